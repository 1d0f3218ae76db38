CREATE FUNCTION public.body_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE integrity_constraint_violation USING MESSAGE = 'a recorded body is never changed'; END $$;
CREATE FUNCTION public.fact_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE integrity_constraint_violation USING MESSAGE = 'a recorded fact is never changed'; END $$;
CREATE FUNCTION public.log_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE integrity_constraint_violation USING MESSAGE = 'a recorded log is never changed'; END $$;
CREATE TABLE public.about (
    fact bigint NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    subject text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
CREATE TABLE public.assignment (
    fact bigint NOT NULL,
    claim bigint NOT NULL,
    reviewer text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.body (
    sha256 text NOT NULL COLLATE pg_catalog."C",
    text bytea NOT NULL,
    characters bigint NOT NULL
);
CREATE TABLE public.claim (
    fact bigint NOT NULL,
    document bigint NOT NULL,
    start bigint NOT NULL,
    "end" bigint NOT NULL,
    version bigint,
    status text NOT NULL COLLATE pg_catalog."C",
    verdict text COLLATE pg_catalog."C",
    decision bigint
);
CREATE TABLE public.decision (
    fact bigint NOT NULL,
    claim bigint NOT NULL,
    author text NOT NULL COLLATE pg_catalog."C",
    at bigint NOT NULL,
    stands bigint NOT NULL
);
CREATE TABLE public.document (
    fact bigint NOT NULL,
    sha256 text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL COLLATE pg_catalog."C",
    described bigint
);
CREATE TABLE public.draft (
    reviewer text NOT NULL,
    claim text NOT NULL,
    field text NOT NULL,
    typed text NOT NULL COLLATE pg_catalog."C",
    at bigint NOT NULL
);
CREATE TABLE public.fact (
    "row" bigint NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    content text NOT NULL COLLATE pg_catalog."C"
);
CREATE SEQUENCE public.fact_row
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE public.judgement (
    fact bigint NOT NULL,
    claim bigint NOT NULL,
    reviewer text NOT NULL COLLATE pg_catalog."C",
    round bigint NOT NULL,
    answer text NOT NULL COLLATE pg_catalog."C",
    verdict text NOT NULL COLLATE pg_catalog."C",
    at bigint NOT NULL,
    milliseconds bigint NOT NULL,
    evidence bigint NOT NULL,
    source text NOT NULL COLLATE pg_catalog."C",
    stands bigint NOT NULL
);
CREATE TABLE public.local (
    name text NOT NULL,
    value text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.log (
    "row" bigint NOT NULL,
    digest text NOT NULL,
    fact bigint NOT NULL,
    writer bigint NOT NULL,
    at bigint NOT NULL,
    version text NOT NULL COLLATE pg_catalog."C",
    previous text,
    source text NOT NULL COLLATE pg_catalog."C"
);
CREATE SEQUENCE public.log_row
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE public.writer (
    "row" bigint NOT NULL,
    author text NOT NULL COLLATE pg_catalog."C",
    installation text NOT NULL COLLATE pg_catalog."C",
    head text,
    entries bigint NOT NULL
);
INSERT INTO public.about VALUES (8, 'scheme', 'averitec');
INSERT INTO public.about VALUES (9, 'reviewer', 'ada');
INSERT INTO public.about VALUES (10, 'reviewer', 'bob');
INSERT INTO public.about VALUES (11, 'reviewer', 'eve');
INSERT INTO public.about VALUES (12, 'setting', 'title');
INSERT INTO public.about VALUES (13, 'reviewer', 'ada');
INSERT INTO public.about VALUES (14, 'description', 'd1_7ce83a739d77679f887b190df3c0b52e');
INSERT INTO public.about VALUES (30, 'withdrawal', 'j1_71066620b1848fc31ca6129c513e780d');
INSERT INTO public.about VALUES (31, 'withdrawal', 'w1_04568083b872220cb94ee2dff123b960');
INSERT INTO public.about VALUES (37, 'withdrawal', 'o1_738926ef300ca84a4789e9d1fcf3acb6');
INSERT INTO public.about VALUES (39, 'version', 'c1_2a9814c3854dea42d0d2d5121fc6de46');
INSERT INTO public.about VALUES (40, 'version', 'c1_2a9814c3854dea42d0d2d5121fc6de46');
INSERT INTO public.about VALUES (41, 'version', 'c1_eb08cfa014ce4ac8771df084e9db5f87');
INSERT INTO public.about VALUES (42, 'version', 'c1_eb08cfa014ce4ac8771df084e9db5f87');
INSERT INTO public.about VALUES (47, 'description', 'd1_f56abdf1fa1f7ab82927b0a9e269ac61');
INSERT INTO public.about VALUES (48, 'description', 'd1_f56abdf1fa1f7ab82927b0a9e269ac61');
INSERT INTO public.about VALUES (50, 'withdrawal', 'j1_62a5937c59dcabb0bae3f537246ce461');
INSERT INTO public.about VALUES (51, 'setting', 'title');
INSERT INTO public.about VALUES (53, 'description', 'd1_c5d3a0122fb2ba56c4b0ea577f91c703');
INSERT INTO public.about VALUES (55, 'version', 'c1_8d7e9d6a48d98ed5c098a803e802025e');
INSERT INTO public.about VALUES (58, 'reviewer', 'model-1');
INSERT INTO public.about VALUES (62, 'setting', 'title');
INSERT INTO public.about VALUES (63, 'setting', 'licence');
INSERT INTO public.about VALUES (64, 'key', '');
INSERT INTO public.alembic_version VALUES ('0001');
INSERT INTO public.assignment VALUES (15, 3, 'ada');
INSERT INTO public.assignment VALUES (16, 3, 'eve');
INSERT INTO public.assignment VALUES (17, 4, 'bob');
INSERT INTO public.assignment VALUES (18, 4, 'eve');
INSERT INTO public.assignment VALUES (19, 5, 'ada');
INSERT INTO public.assignment VALUES (20, 5, 'bob');
INSERT INTO public.assignment VALUES (21, 6, 'ada');
INSERT INTO public.assignment VALUES (22, 6, 'eve');
INSERT INTO public.assignment VALUES (23, 7, 'bob');
INSERT INTO public.assignment VALUES (24, 7, 'ada');
INSERT INTO public.body VALUES ('c34da8e731c04f36384cbc05e35bbdc71b1d401ffc7cdf0685a69ea5b804a0a4', '\x4c6520706f6e7420612063c3a964c3a92e20e7acace4ba8ce58fa5e380820d0a486520736169643a205b6e6f5d2e', 36);
INSERT INTO public.body VALUES ('0ddada84587d97daa6ef0e3661e8f60f7486dc11c3a96eee61247881a2fe0154', '\x002043616665cc8120f09f988020636c6f7365733b20d7a9d79cd795d79d2e', 23);
INSERT INTO public.body VALUES ('d074d0c571df26aa518d7e8f34079392a1a9685c63ae89a59837a47f8315cf65', '\x546865206167656e637920736169642074686520666c69676874732068616420646f75626c65642e', 40);
INSERT INTO public.body VALUES ('8d814573e4be09c86d117d49fd5f40b56d66a78b9ed6f913e21ba56100fe695c', '\x4120626172652073656e74656e6365206f6620612064617461207365742e', 30);
INSERT INTO public.claim VALUES (5, 1, 22, 35, NULL, 'open', NULL, NULL);
INSERT INTO public.claim VALUES (6, 2, 0, 5, 40, 'open', NULL, NULL);
INSERT INTO public.claim VALUES (3, 1, 0, 15, NULL, 'disputed', NULL, NULL);
INSERT INTO public.claim VALUES (4, 1, 16, 20, NULL, 'disputed', NULL, NULL);
INSERT INTO public.claim VALUES (7, 2, 0, 15, 41, 'open', NULL, NULL);
INSERT INTO public.claim VALUES (54, 52, 16, 39, 55, 'open', NULL, NULL);
INSERT INTO public.claim VALUES (57, 56, 0, 30, NULL, 'adjudicated', 'supported', 61);
INSERT INTO public.decision VALUES (35, 4, 'policy:unanimous', 1600054001000000, 1);
INSERT INTO public.decision VALUES (36, 3, 'eve', 1600057601000000, 0);
INSERT INTO public.decision VALUES (38, 3, '', 1600064801000000, 1);
INSERT INTO public.decision VALUES (46, 4, 'eve', 1600093601000000, 1);
INSERT INTO public.decision VALUES (61, 57, 'eve', 0, 1);
INSERT INTO public.document VALUES (1, 'c34da8e731c04f36384cbc05e35bbdc71b1d401ffc7cdf0685a69ea5b804a0a4', 'Nouvelles', 14);
INSERT INTO public.document VALUES (2, '0ddada84587d97daa6ef0e3661e8f60f7486dc11c3a96eee61247881a2fe0154', 'News', 48);
INSERT INTO public.document VALUES (56, '8d814573e4be09c86d117d49fd5f40b56d66a78b9ed6f913e21ba56100fe695c', '', NULL);
INSERT INTO public.document VALUES (52, 'd074d0c571df26aa518d7e8f34079392a1a9685c63ae89a59837a47f8315cf65', 'More flights', 53);
INSERT INTO public.draft VALUES ('ada', 'c1_aeda1224f116f9a4b3338f66025bd738', 'answer', '{"rationale": "half a rea\u0000son", "confidence": 0, "facets": {}, "evidence": [{"url": "https://example.org/draft", "document": "", "start": 0, "end": 0, "quote": "", "stance": "context", "set": 1, "question": "", "archived": "", "retrieved": "", "publisher": "", "published": ""}], "form": {}}', 1600111617000000);
INSERT INTO public.fact VALUES (1, 'd1_7ce83a739d77679f887b190df3c0b52e', 'document', '{"sha256":"c34da8e731c04f36384cbc05e35bbdc71b1d401ffc7cdf0685a69ea5b804a0a4"}');
INSERT INTO public.fact VALUES (2, 'd1_f56abdf1fa1f7ab82927b0a9e269ac61', 'document', '{"sha256":"0ddada84587d97daa6ef0e3661e8f60f7486dc11c3a96eee61247881a2fe0154"}');
INSERT INTO public.fact VALUES (3, 'c1_aeda1224f116f9a4b3338f66025bd738', 'claim', '{"document":"d1_7ce83a739d77679f887b190df3c0b52e","span":[0,15]}');
INSERT INTO public.fact VALUES (4, 'c1_bd99d0a56300be26b2ef8eb0d14ea22f', 'claim', '{"document":"d1_7ce83a739d77679f887b190df3c0b52e","span":[16,20]}');
INSERT INTO public.fact VALUES (5, 'c1_cadeb9abd44571e9f4cf701443a128ac', 'claim', '{"document":"d1_7ce83a739d77679f887b190df3c0b52e","span":[22,35]}');
INSERT INTO public.fact VALUES (6, 'c1_2a9814c3854dea42d0d2d5121fc6de46', 'claim', '{"document":"d1_f56abdf1fa1f7ab82927b0a9e269ac61","span":[0,7]}');
INSERT INTO public.fact VALUES (7, 'c1_eb08cfa014ce4ac8771df084e9db5f87', 'claim', '{"document":"d1_f56abdf1fa1f7ab82927b0a9e269ac61","span":[0,16]}');
INSERT INTO public.fact VALUES (8, 's1_0ab5ba28c02aa9d5740862573dc52e3a', 'scheme', '{"facets":[{"id":"verdict","kind":"single","labels":[{"definition":"The evidence found bears the claim out.","id":"supported","key":"1","name":"Supported","sign":"+"},{"definition":"The evidence found contradicts the claim.","id":"refuted","key":"2","name":"Refuted","sign":"-"},{"definition":"What was found settles it neither way.","id":"not_enough_evidence","key":"3","name":"Not enough evidence","sign":"?"},{"definition":"Good sources contradict each other, or it misleads by omission.","id":"conflicting_evidence","key":"4","name":"Conflicting evidence","sign":"~"}]}],"name":"averitec","version":"1"}');
INSERT INTO public.fact VALUES (9, 'r1_6fd1ef3bceeba1f16e67db5d3596a83d', 'reviewer', '{"handle":"ada"}');
INSERT INTO public.fact VALUES (10, 'r1_4e23c0a193aa399f27234979055656ca', 'reviewer', '{"handle":"bob"}');
INSERT INTO public.fact VALUES (11, 'r1_a3e89cf31605f53d6fd822fa5332d6f2', 'reviewer', '{"handle":"eve"}');
INSERT INTO public.fact VALUES (12, 'p1_4f52c5ef4b0f25140b40f07b585a53b7', 'setting', '{"at":1600003601000000,"name":"title","value":"Floods"}');
INSERT INTO public.fact VALUES (13, 'r1_b55eebcdb2fd4ee1bdf1f8b89782f7f3', 'reviewer', '{"handle":"ada","name":"Ada L.","supersedes":["r1_6fd1ef3bceeba1f16e67db5d3596a83d"]}');
INSERT INTO public.fact VALUES (14, 'n1_cf5ffa094e722630212ea527582b27e0', 'description', '{"document":"d1_7ce83a739d77679f887b190df3c0b52e","title":"Nouvelles"}');
INSERT INTO public.fact VALUES (15, 'a1_ca1535fb4adc7fea915fb87f8f6ea22a', 'assignment', '{"claim":"c1_aeda1224f116f9a4b3338f66025bd738","reviewer":"ada"}');
INSERT INTO public.fact VALUES (16, 'a1_5225ca1fd5baed095028ddc8ac4f9e96', 'assignment', '{"claim":"c1_aeda1224f116f9a4b3338f66025bd738","reviewer":"eve"}');
INSERT INTO public.fact VALUES (17, 'a1_ce6f4f4f99fa88f3ab7744e9a672434e', 'assignment', '{"claim":"c1_bd99d0a56300be26b2ef8eb0d14ea22f","reviewer":"bob"}');
INSERT INTO public.fact VALUES (18, 'a1_7a2d45069f39a0296204f0a291fe596e', 'assignment', '{"claim":"c1_bd99d0a56300be26b2ef8eb0d14ea22f","reviewer":"eve"}');
INSERT INTO public.fact VALUES (19, 'a1_a879fbda78cdc252e3e13a6f3e55342a', 'assignment', '{"claim":"c1_cadeb9abd44571e9f4cf701443a128ac","reviewer":"ada"}');
INSERT INTO public.fact VALUES (20, 'a1_ae1cd39f1120a4feca3cca8cd75fe613', 'assignment', '{"claim":"c1_cadeb9abd44571e9f4cf701443a128ac","reviewer":"bob"}');
INSERT INTO public.fact VALUES (21, 'a1_0bba38052ab6779f5c8c5564b0e81ff8', 'assignment', '{"claim":"c1_2a9814c3854dea42d0d2d5121fc6de46","reviewer":"ada"}');
INSERT INTO public.fact VALUES (22, 'a1_122b6b03fc13bcd5fbbf8ab18a9a8f8c', 'assignment', '{"claim":"c1_2a9814c3854dea42d0d2d5121fc6de46","reviewer":"eve"}');
INSERT INTO public.fact VALUES (23, 'a1_fa04ccc7a44ae303d483d782489b9061', 'assignment', '{"claim":"c1_eb08cfa014ce4ac8771df084e9db5f87","reviewer":"bob"}');
INSERT INTO public.fact VALUES (24, 'a1_0574d2144eb92c9f52e5b6fc27e9eedd', 'assignment', '{"claim":"c1_eb08cfa014ce4ac8771df084e9db5f87","reviewer":"ada"}');
INSERT INTO public.fact VALUES (25, 'j1_9c08e8875f3ec6b8673e9b39e4c3d4f2', 'judgement', '{"answer":"verdict","at":1600018001000000,"claim":"c1_aeda1224f116f9a4b3338f66025bd738","evidence":[{"quote":"No bridge fell.","set":1,"stance":"refutes","url":"https://example.org/bridge"},{"document":"d1_7ce83a739d77679f887b190df3c0b52e","end":20,"quote":"第二句。","set":1,"stance":"context","start":16}],"reviewer":"ada","round":1,"scheme":"s1_0ab5ba28c02aa9d5740862573dc52e3a","verdict":"refuted"}');
INSERT INTO public.fact VALUES (26, 'j1_92708d061bab6c41b41500a28bb6eba2', 'judgement', '{"answer":"verdict","at":1600021601000000,"claim":"c1_aeda1224f116f9a4b3338f66025bd738","flagged":true,"reviewer":"bob","round":1,"scheme":"s1_0ab5ba28c02aa9d5740862573dc52e3a","verdict":"supported"}');
INSERT INTO public.fact VALUES (27, 'j1_b5c654416e7793790b5f4a6c333a59c9', 'judgement', '{"answer":"verdict","at":1600025201000000,"claim":"c1_aeda1224f116f9a4b3338f66025bd738","evidence":[{"quote":"No bridge fell.","set":1,"stance":"refutes","url":"https://example.org/bridge"},{"document":"d1_7ce83a739d77679f887b190df3c0b52e","end":20,"quote":"第二句。","set":1,"stance":"context","start":16}],"reviewer":"eve","round":1,"scheme":"s1_0ab5ba28c02aa9d5740862573dc52e3a","verdict":"refuted"}');
INSERT INTO public.fact VALUES (28, 'j1_4c090b02296b8c2504003eff5a128b9d', 'judgement', '{"answer":"verdict","at":1600028801000000,"claim":"c1_bd99d0a56300be26b2ef8eb0d14ea22f","reviewer":"ada","round":1,"scheme":"s1_0ab5ba28c02aa9d5740862573dc52e3a","verdict":"supported"}');
INSERT INTO public.fact VALUES (29, 'j1_71066620b1848fc31ca6129c513e780d', 'judgement', '{"answer":"verdict","at":1600032401000000,"claim":"c1_bd99d0a56300be26b2ef8eb0d14ea22f","reviewer":"bob","round":1,"scheme":"s1_0ab5ba28c02aa9d5740862573dc52e3a","verdict":"supported"}');
INSERT INTO public.fact VALUES (30, 'w1_04568083b872220cb94ee2dff123b960', 'withdrawal', '{"at":1600036001000000,"author":"bob","fact":"j1_71066620b1848fc31ca6129c513e780d"}');
INSERT INTO public.fact VALUES (31, 'w1_ba2eb1df6be513c3d68d1db9ebc1f6b9', 'withdrawal', '{"at":1600039601000000,"author":"bob","fact":"w1_04568083b872220cb94ee2dff123b960"}');
INSERT INTO public.fact VALUES (32, 'j1_0e2bfbc1b22ec69973c6c94d4ba6990c', 'judgement', '{"answer":"skipped","at":1600043201000000,"claim":"c1_cadeb9abd44571e9f4cf701443a128ac","reviewer":"ada","round":1,"scheme":"s1_0ab5ba28c02aa9d5740862573dc52e3a"}');
INSERT INTO public.fact VALUES (33, 'j1_b6457e3bb9dfc11e0e6a939267ca6cc4', 'judgement', '{"answer":"cannot_judge","at":1600046801000000,"claim":"c1_cadeb9abd44571e9f4cf701443a128ac","reviewer":"bob","round":1,"scheme":"s1_0ab5ba28c02aa9d5740862573dc52e3a"}');
INSERT INTO public.fact VALUES (34, 'j1_3618f8258426fa8a7bd43f5656e674ce', 'judgement', '{"answer":"not_a_claim","at":1600050401000000,"claim":"c1_cadeb9abd44571e9f4cf701443a128ac","reviewer":"eve","round":1,"scheme":"s1_0ab5ba28c02aa9d5740862573dc52e3a"}');
INSERT INTO public.fact VALUES (35, 'o1_12b8466baee3f1253b4a3c9df74d8b7c', 'decision', '{"at":1600054001000000,"author":"policy:unanimous","claim":"c1_bd99d0a56300be26b2ef8eb0d14ea22f","judgements":["j1_4c090b02296b8c2504003eff5a128b9d","j1_71066620b1848fc31ca6129c513e780d"],"method":"unanimous","outcome":"supported","round":1,"scheme":"s1_0ab5ba28c02aa9d5740862573dc52e3a","soft":{"supported":1000000}}');
INSERT INTO public.fact VALUES (36, 'o1_738926ef300ca84a4789e9d1fcf3acb6', 'decision', '{"at":1600057601000000,"author":"eve","claim":"c1_aeda1224f116f9a4b3338f66025bd738","judged":true,"judgements":["j1_92708d061bab6c41b41500a28bb6eba2","j1_9c08e8875f3ec6b8673e9b39e4c3d4f2","j1_b5c654416e7793790b5f4a6c333a59c9"],"method":"adjudicated","outcome":"refuted","rationale":"It says so.","round":1,"scheme":"s1_0ab5ba28c02aa9d5740862573dc52e3a"}');
INSERT INTO public.fact VALUES (37, 'w1_0d62517571bc0e694b207f1fad143171', 'withdrawal', '{"at":1600061201000000,"author":"eve","fact":"o1_738926ef300ca84a4789e9d1fcf3acb6"}');
INSERT INTO public.fact VALUES (38, 'o1_adc92c36627ffa4b4eb7e9ab7e4c5ada', 'decision', '{"at":1600064801000000,"claim":"c1_aeda1224f116f9a4b3338f66025bd738","judgements":["j1_92708d061bab6c41b41500a28bb6eba2","j1_9c08e8875f3ec6b8673e9b39e4c3d4f2","j1_b5c654416e7793790b5f4a6c333a59c9"],"method":"adjudicated","outcome":"supported","rationale":"It says so.","round":1,"scheme":"s1_0ab5ba28c02aa9d5740862573dc52e3a"}');
INSERT INTO public.fact VALUES (39, 'v1_89c1315c8b947d0ee21f1a3db91f3ed0', 'version', '{"claim":"c1_2a9814c3854dea42d0d2d5121fc6de46","span":[0,6]}');
INSERT INTO public.fact VALUES (40, 'v1_931ec39dc41db0be14df55216eeb3a1e', 'version', '{"claim":"c1_2a9814c3854dea42d0d2d5121fc6de46","span":[0,5],"supersedes":["v1_89c1315c8b947d0ee21f1a3db91f3ed0"]}');
INSERT INTO public.fact VALUES (41, 'v1_0f0df2d0b9b86837a0670eafc110e623', 'version', '{"claim":"c1_eb08cfa014ce4ac8771df084e9db5f87","span":[0,15]}');
INSERT INTO public.fact VALUES (42, 'v1_fc69edcd457b9549e0c503f22552bf8e', 'version', '{"claim":"c1_eb08cfa014ce4ac8771df084e9db5f87","span":[0,14]}');
INSERT INTO public.fact VALUES (43, 'j1_21c72c0fe73b6b585fc93d58105c7573', 'judgement', '{"answer":"verdict","at":1600082801000000,"claim":"c1_2a9814c3854dea42d0d2d5121fc6de46","reviewer":"ada","round":1,"scheme":"s1_0ab5ba28c02aa9d5740862573dc52e3a","verdict":"supported"}');
INSERT INTO public.fact VALUES (44, 'j1_c39da08cfa0c0ba1aa5df339a81e5a1a', 'judgement', '{"answer":"verdict","at":1600086401000000,"claim":"c1_bd99d0a56300be26b2ef8eb0d14ea22f","reviewer":"ada","round":1,"scheme":"s1_0ab5ba28c02aa9d5740862573dc52e3a","verdict":"refuted"}');
INSERT INTO public.fact VALUES (45, 'j1_ca7a7fd9db46e5b00dc33495f9195322', 'judgement', '{"answer":"verdict","at":1600090001000000,"claim":"c1_aeda1224f116f9a4b3338f66025bd738","reviewer":"bob","round":2,"scheme":"s1_0ab5ba28c02aa9d5740862573dc52e3a","verdict":"refuted"}');
INSERT INTO public.fact VALUES (46, 'o1_e024b5110a76594c9dd7eaf44464ccd2', 'decision', '{"at":1600093601000000,"author":"eve","claim":"c1_bd99d0a56300be26b2ef8eb0d14ea22f","method":"model","outcome":"supported","round":1,"scheme":"s1_0ab5ba28c02aa9d5740862573dc52e3a"}');
INSERT INTO public.fact VALUES (47, 'n1_5f92a300773f8bb78de8b8a2876050c3', 'description', '{"document":"d1_f56abdf1fa1f7ab82927b0a9e269ac61","publisher":"bob","title":"News"}');
INSERT INTO public.fact VALUES (48, 'n1_18a967cead99dd63e2da8cb74cfa62d7', 'description', '{"document":"d1_f56abdf1fa1f7ab82927b0a9e269ac61","supersedes":["n1_5f92a300773f8bb78de8b8a2876050c3"],"title":"News"}');
INSERT INTO public.fact VALUES (49, 'j1_62a5937c59dcabb0bae3f537246ce461', 'judgement', '{"answer":"verdict","at":1600104401000000,"claim":"c1_eb08cfa014ce4ac8771df084e9db5f87","reviewer":"eve","round":1,"scheme":"s1_0ab5ba28c02aa9d5740862573dc52e3a","verdict":"supported","version":"v1_0f0df2d0b9b86837a0670eafc110e623"}');
INSERT INTO public.fact VALUES (50, 'w1_55b07b73b2abdbf1697fb2ed51f006e8', 'withdrawal', '{"at":1600108001000000,"author":"eve","fact":"j1_62a5937c59dcabb0bae3f537246ce461"}');
INSERT INTO public.fact VALUES (51, 'p1_7b4baa84e357a94a93b45a025a6e75eb', 'setting', '{"at":1600111601000000,"name":"title","supersedes":["p1_4f52c5ef4b0f25140b40f07b585a53b7"]}');
INSERT INTO public.fact VALUES (52, 'd1_c5d3a0122fb2ba56c4b0ea577f91c703', 'document', '{"sha256":"d074d0c571df26aa518d7e8f34079392a1a9685c63ae89a59837a47f8315cf65"}');
INSERT INTO public.fact VALUES (53, 'n1_d996b8f8fbfe03cd44f30a82e166c967', 'description', '{"document":"d1_c5d3a0122fb2ba56c4b0ea577f91c703","title":"More flights"}');
INSERT INTO public.fact VALUES (54, 'c1_8d7e9d6a48d98ed5c098a803e802025e', 'claim', '{"document":"d1_c5d3a0122fb2ba56c4b0ea577f91c703","span":[16,39]}');
INSERT INTO public.fact VALUES (55, 'v1_3092027055d24c05c08c943f9b1bc615', 'version', '{"claim":"c1_8d7e9d6a48d98ed5c098a803e802025e","claimant":"The agency","span":[16,39]}');
INSERT INTO public.fact VALUES (56, 'd1_2061c5b2304d7c46bfbd3af19097a6b0', 'document', '{"record":"c2","sha256":"8d814573e4be09c86d117d49fd5f40b56d66a78b9ed6f913e21ba56100fe695c"}');
INSERT INTO public.fact VALUES (57, 'c1_40b30aa5042bd6ce78a99f4e79c1ef1f', 'claim', '{"document":"d1_2061c5b2304d7c46bfbd3af19097a6b0","span":[0,30],"wording":"A bare sentence of a data set."}');
INSERT INTO public.fact VALUES (58, 'r1_1d754da0af7a1e25fc00b7192becdeeb', 'reviewer', '{"handle":"model-1"}');
INSERT INTO public.fact VALUES (59, 'j1_05627901e1ee1e518ee603ecbc09a4f4', 'judgement', '{"answer":"verdict","claim":"c1_8d7e9d6a48d98ed5c098a803e802025e","rationale":"No.","reviewer":"model-1","round":1,"scheme":"s1_0ab5ba28c02aa9d5740862573dc52e3a","source":"382e6c099840ae603ef39e9e5f308a08.1","verdict":"refuted"}');
INSERT INTO public.fact VALUES (60, 'j1_b9765e5e63610288c5988dd5679d4228', 'judgement', '{"answer":"verdict","claim":"c1_40b30aa5042bd6ce78a99f4e79c1ef1f","confidence":3,"reviewer":"model-1","round":1,"scheme":"s1_0ab5ba28c02aa9d5740862573dc52e3a","source":"7e0232437cd8f82da3a97be8fec326e4.1","verdict":"supported"}');
INSERT INTO public.fact VALUES (61, 'o1_a0e3b239e0d0ea682a14284a23ddea10', 'decision', '{"author":"eve","claim":"c1_40b30aa5042bd6ce78a99f4e79c1ef1f","judgements":["j1_b9765e5e63610288c5988dd5679d4228"],"method":"adjudicated","outcome":"supported","round":1,"scheme":"s1_0ab5ba28c02aa9d5740862573dc52e3a"}');
INSERT INTO public.fact VALUES (62, 'p1_fad3afbbb7591c9b130474afaa177355', 'setting', '{"at":1600111613000000,"name":"title","supersedes":["p1_7b4baa84e357a94a93b45a025a6e75eb"],"value":"The floods of 2020"}');
INSERT INTO public.fact VALUES (63, 'p1_b5e5bde914dd4a314d5760448c0933a4', 'setting', '{"at":1600111615000000,"name":"licence","value":"CC-BY-4.0"}');
INSERT INTO public.fact VALUES (64, 'k1_b07f3ef3182b9f026862dc32fbacac7d', 'key', '{"secret":"0000000000000000000000000000000000000000000000000000000000000000"}');
INSERT INTO public.judgement VALUES (25, 3, 'ada', 1, 'verdict', 'refuted', 1600018001000000, 0, 2, '', 1);
INSERT INTO public.judgement VALUES (26, 3, 'bob', 1, 'verdict', 'supported', 1600021601000000, 0, 0, '', 1);
INSERT INTO public.judgement VALUES (27, 3, 'eve', 1, 'verdict', 'refuted', 1600025201000000, 0, 2, '', 1);
INSERT INTO public.judgement VALUES (28, 4, 'ada', 1, 'verdict', 'supported', 1600028801000000, 0, 0, '', 1);
INSERT INTO public.judgement VALUES (29, 4, 'bob', 1, 'verdict', 'supported', 1600032401000000, 0, 0, '', 1);
INSERT INTO public.judgement VALUES (32, 5, 'ada', 1, 'skipped', '', 1600043201000000, 0, 0, '', 1);
INSERT INTO public.judgement VALUES (33, 5, 'bob', 1, 'cannot_judge', '', 1600046801000000, 0, 0, '', 1);
INSERT INTO public.judgement VALUES (34, 5, 'eve', 1, 'not_a_claim', '', 1600050401000000, 0, 0, '', 1);
INSERT INTO public.judgement VALUES (43, 6, 'ada', 1, 'verdict', 'supported', 1600082801000000, 0, 0, '', 1);
INSERT INTO public.judgement VALUES (44, 4, 'ada', 1, 'verdict', 'refuted', 1600086401000000, 0, 0, '', 1);
INSERT INTO public.judgement VALUES (45, 3, 'bob', 2, 'verdict', 'refuted', 1600090001000000, 0, 0, '', 1);
INSERT INTO public.judgement VALUES (49, 7, 'eve', 1, 'verdict', 'supported', 1600104401000000, 0, 0, '', 0);
INSERT INTO public.judgement VALUES (59, 54, 'model-1', 1, 'verdict', 'refuted', 0, 0, 0, '382e6c099840ae603ef39e9e5f308a08.1', 1);
INSERT INTO public.judgement VALUES (60, 57, 'model-1', 1, 'verdict', 'supported', 0, 0, 0, '7e0232437cd8f82da3a97be8fec326e4.1', 1);
INSERT INTO public.local VALUES ('installation', '8377802794fd394e');
INSERT INTO public.local VALUES ('scheme', '{"facets":[{"id":"verdict","kind":"single","labels":[{"definition":"The evidence found bears the claim out.","id":"supported","key":"1","name":"Supported","sign":"+"},{"definition":"The evidence found contradicts the claim.","id":"refuted","key":"2","name":"Refuted","sign":"-"},{"definition":"What was found settles it neither way.","id":"not_enough_evidence","key":"3","name":"Not enough evidence","sign":"?"},{"definition":"Good sources contradict each other, or it misleads by omission.","id":"conflicting_evidence","key":"4","name":"Conflicting evidence","sign":"~"}]}],"name":"averitec","version":"1"}');
INSERT INTO public.log VALUES (1, 'fa270f73d3fa2bd23283454cab14aaa6', 1, 1, 1600000001000000, '0.1.0', NULL, 'news.txt');
INSERT INTO public.log VALUES (2, '67c8e042a114ffa1f581eeb2af31d170', 2, 1, 1600000002000000, '0.1.0', 'fa270f73d3fa2bd23283454cab14aaa6', 'news.txt');
INSERT INTO public.log VALUES (3, '3a9930dbccefc7f0fdbbf9b21900a8c5', 3, 1, 1600000003000000, '0.1.0', '67c8e042a114ffa1f581eeb2af31d170', '');
INSERT INTO public.log VALUES (4, '5c9c5cfe063bda706d180aa6e5f245eb', 4, 1, 1600000004000000, '0.1.0', '3a9930dbccefc7f0fdbbf9b21900a8c5', '');
INSERT INTO public.log VALUES (5, '836bf526b2e804483cddbd937f8778f0', 5, 1, 1600000005000000, '0.1.0', '5c9c5cfe063bda706d180aa6e5f245eb', '');
INSERT INTO public.log VALUES (6, '47e03ac3ec84772fd1edb52b708ffd7a', 6, 1, 1600000006000000, '0.1.0', '836bf526b2e804483cddbd937f8778f0', '');
INSERT INTO public.log VALUES (7, 'dcdc319940dd33224b150aa2394621e1', 7, 1, 1600000007000000, '0.1.0', '47e03ac3ec84772fd1edb52b708ffd7a', '');
INSERT INTO public.log VALUES (8, 'afe8da9b017de7d2b8159e010f086501', 8, 1, 1600000008000000, '0.1.0', 'dcdc319940dd33224b150aa2394621e1', '');
INSERT INTO public.log VALUES (9, 'f32308e0c3e70dd224e2e0c5a67870e4', 9, 1, 1600000009000000, '0.1.0', 'afe8da9b017de7d2b8159e010f086501', '');
INSERT INTO public.log VALUES (10, 'eaa1001ed1f85379d6daca66a95f750d', 10, 1, 1600000010000000, '0.1.0', 'f32308e0c3e70dd224e2e0c5a67870e4', '');
INSERT INTO public.log VALUES (11, 'b384d56c699defa01fcc051ecef41548', 11, 1, 1600000011000000, '0.1.0', 'eaa1001ed1f85379d6daca66a95f750d', '');
INSERT INTO public.log VALUES (12, 'fa3cdb26e6bfe88793bf624947123da7', 12, 1, 1600003602000000, '0.1.0', 'b384d56c699defa01fcc051ecef41548', '');
INSERT INTO public.log VALUES (13, '5510fce9e9e9bb5c8a83a46cb24dd4aa', 13, 2, 1600007201000000, '0.1.0', NULL, '');
INSERT INTO public.log VALUES (14, 'ecadbbc6271eaa1faf3825e98dbae617', 14, 1, 1600010801000000, '0.1.0', 'fa3cdb26e6bfe88793bf624947123da7', '');
INSERT INTO public.log VALUES (15, 'c9e29be7533717812b0546827d90d0ae', 15, 1, 1600014401000000, '0.1.0', 'ecadbbc6271eaa1faf3825e98dbae617', '');
INSERT INTO public.log VALUES (16, '806071d5f05d3d7c0262857239118f93', 16, 1, 1600014402000000, '0.1.0', 'c9e29be7533717812b0546827d90d0ae', '');
INSERT INTO public.log VALUES (17, '62163c5b2769da5580183329b14f2413', 17, 1, 1600014403000000, '0.1.0', '806071d5f05d3d7c0262857239118f93', '');
INSERT INTO public.log VALUES (18, 'fced3d390908427c74e57bf4c5a769d1', 18, 1, 1600014404000000, '0.1.0', '62163c5b2769da5580183329b14f2413', '');
INSERT INTO public.log VALUES (19, '41d2f23c737dee81f9281261e4037491', 19, 1, 1600014405000000, '0.1.0', 'fced3d390908427c74e57bf4c5a769d1', '');
INSERT INTO public.log VALUES (20, '224bade6f02b0992ec964ea270651af6', 20, 1, 1600014406000000, '0.1.0', '41d2f23c737dee81f9281261e4037491', '');
INSERT INTO public.log VALUES (21, '8786dbb590acdabc3fce80bdf222357e', 21, 1, 1600014407000000, '0.1.0', '224bade6f02b0992ec964ea270651af6', '');
INSERT INTO public.log VALUES (22, '50a06a6339e2c452cbfe1b218e009ccd', 22, 1, 1600014408000000, '0.1.0', '8786dbb590acdabc3fce80bdf222357e', '');
INSERT INTO public.log VALUES (23, '804b380fa6980e04beb62b3fbf83c8ee', 23, 1, 1600014409000000, '0.1.0', '50a06a6339e2c452cbfe1b218e009ccd', '');
INSERT INTO public.log VALUES (24, '0561afea79dc4613c65c6154ecfc45e6', 24, 1, 1600014410000000, '0.1.0', '804b380fa6980e04beb62b3fbf83c8ee', '');
INSERT INTO public.log VALUES (25, '48d7fd2caa82b791c3daa739380c9122', 25, 2, 1600018002000000, '0.1.0', '5510fce9e9e9bb5c8a83a46cb24dd4aa', '');
INSERT INTO public.log VALUES (26, '73e6f4cfb80d49b45912bf665f23ee6f', 26, 3, 1600021602000000, '0.1.0', NULL, '');
INSERT INTO public.log VALUES (27, '7c0bfabd3d692aff6500b1becb7b8c48', 27, 4, 1600025202000000, '0.1.0', NULL, '');
INSERT INTO public.log VALUES (28, '7b21d900e86e4b550f3ceef8027d0e3a', 28, 2, 1600028802000000, '0.1.0', '48d7fd2caa82b791c3daa739380c9122', '');
INSERT INTO public.log VALUES (29, '1afce20f9a037dc8c5a5b3e643188c67', 29, 3, 1600032402000000, '0.1.0', '73e6f4cfb80d49b45912bf665f23ee6f', '');
INSERT INTO public.log VALUES (30, '8fb6fd1102a6df030b3f6323a5e7a5db', 30, 3, 1600036002000000, '0.1.0', '1afce20f9a037dc8c5a5b3e643188c67', '');
INSERT INTO public.log VALUES (31, 'fff05f4a08ad6c74a56d55add0e2f6aa', 31, 3, 1600039602000000, '0.1.0', '8fb6fd1102a6df030b3f6323a5e7a5db', '');
INSERT INTO public.log VALUES (32, '029d24e9dd94fcf2cff2b7006891c1ca', 32, 2, 1600043202000000, '0.1.0', '7b21d900e86e4b550f3ceef8027d0e3a', '');
INSERT INTO public.log VALUES (33, '2f1d26bc1e88ff98eb395342add5df6b', 33, 3, 1600046802000000, '0.1.0', 'fff05f4a08ad6c74a56d55add0e2f6aa', '');
INSERT INTO public.log VALUES (34, '9ef1de64214b078ed9032c81935a22fd', 34, 4, 1600050402000000, '0.1.0', '7c0bfabd3d692aff6500b1becb7b8c48', '');
INSERT INTO public.log VALUES (35, 'e91f77f7f6ed2d913e749955a77acc77', 35, 5, 1600054002000000, '0.1.0', NULL, '');
INSERT INTO public.log VALUES (36, 'c6bdc2ce314ebf4a25c4cf32aa1c535c', 36, 4, 1600057602000000, '0.1.0', '9ef1de64214b078ed9032c81935a22fd', '');
INSERT INTO public.log VALUES (37, '36a3ef3d02553f22b0dd3f72316d9cf2', 37, 4, 1600061202000000, '0.1.0', 'c6bdc2ce314ebf4a25c4cf32aa1c535c', '');
INSERT INTO public.log VALUES (38, '9b1407f398a5fe6f675474423f3b008c', 38, 1, 1600064802000000, '0.1.0', '0561afea79dc4613c65c6154ecfc45e6', '');
INSERT INTO public.log VALUES (39, '990f36e04d515dfc9abcda391415c6f1', 39, 3, 1600068401000000, '0.1.0', '2f1d26bc1e88ff98eb395342add5df6b', '');
INSERT INTO public.log VALUES (40, 'f99166075e36f9b1a2c78e36e7352e8d', 40, 1, 1600072001000000, '0.1.0', '9b1407f398a5fe6f675474423f3b008c', '');
INSERT INTO public.log VALUES (41, 'fabaadf3858cedeaaa822c32ac8bc3ab', 41, 6, 1600075601000000, '0.0.9', NULL, '');
INSERT INTO public.log VALUES (42, 'e38d06fd6007effbca2f7684188b49d8', 42, 7, 1600079201000000, '0.0.9', NULL, '');
INSERT INTO public.log VALUES (43, '8e6dfc06d8d27f6f284eb8caf270a643', 43, 6, 1600082801000000, '0.0.9', NULL, '');
INSERT INTO public.log VALUES (44, 'a52cc2716bb99fb6f4b6e2e598678dca', 44, 6, 1600086401000000, '0.0.9', NULL, '');
INSERT INTO public.log VALUES (45, '8b536ff9cbe616277122e0215f30c8c8', 45, 8, 1600090001000000, '0.0.9', NULL, '');
INSERT INTO public.log VALUES (46, 'a5c13ed75a16031811920ddd7ea8ffae', 46, 7, 1600093601000000, '0.0.9', NULL, '');
INSERT INTO public.log VALUES (47, '5c960508445c2492d50b94e5f8b95657', 47, 8, 1600097201000000, '0.0.9', NULL, '');
INSERT INTO public.log VALUES (48, 'eecdb60ff2f1590880a806d2e710f76e', 48, 1, 1600100801000000, '0.1.0', 'f99166075e36f9b1a2c78e36e7352e8d', '');
INSERT INTO public.log VALUES (49, '7e1f2b02896e8be8df71cbb75a52e7ce', 49, 4, 1600104402000000, '0.1.0', '36a3ef3d02553f22b0dd3f72316d9cf2', '');
INSERT INTO public.log VALUES (50, 'bd76a23cbb9ca74fdc0f400e5fd03e03', 50, 4, 1600108002000000, '0.1.0', '7e1f2b02896e8be8df71cbb75a52e7ce', '');
INSERT INTO public.log VALUES (51, 'bdaae8a675c0e9821e092f233fbd8767', 51, 1, 1600111602000000, '0.1.0', 'eecdb60ff2f1590880a806d2e710f76e', '');
INSERT INTO public.log VALUES (52, 'b450a8f13c7e9ad636907d5c63482ca5', 52, 1, 1600111603000000, '0.1.0', 'bdaae8a675c0e9821e092f233fbd8767', '/tmp/tmpq7vrc42j/flights.jsonl');
INSERT INTO public.log VALUES (53, '3a7fa088ac6366fcffdb7aac4974c3ce', 53, 1, 1600111604000000, '0.1.0', 'b450a8f13c7e9ad636907d5c63482ca5', '/tmp/tmpq7vrc42j/flights.jsonl');
INSERT INTO public.log VALUES (54, 'f5ee5a4593a8b5dbde927c4cc5d4cbde', 54, 1, 1600111605000000, '0.1.0', '3a7fa088ac6366fcffdb7aac4974c3ce', '/tmp/tmpq7vrc42j/flights.jsonl');
INSERT INTO public.log VALUES (55, 'ccda74638154ab9e7b2a83f19868042e', 55, 1, 1600111606000000, '0.1.0', 'f5ee5a4593a8b5dbde927c4cc5d4cbde', '/tmp/tmpq7vrc42j/flights.jsonl');
INSERT INTO public.log VALUES (56, '93111c7d890fb977ed8c58199a677243', 56, 1, 1600111607000000, '0.1.0', 'ccda74638154ab9e7b2a83f19868042e', '/tmp/tmpq7vrc42j/flights.jsonl');
INSERT INTO public.log VALUES (57, '1b90fa7dce00c809eaf4d94ffb172be3', 57, 1, 1600111608000000, '0.1.0', '93111c7d890fb977ed8c58199a677243', '/tmp/tmpq7vrc42j/flights.jsonl');
INSERT INTO public.log VALUES (58, 'a4f0eee0dd41d799d455091506127052', 58, 1, 1600111609000000, '0.1.0', '1b90fa7dce00c809eaf4d94ffb172be3', '/tmp/tmpq7vrc42j/flights.jsonl');
INSERT INTO public.log VALUES (59, 'b3961fce29c36317628ad74a7fa60fc2', 59, 1, 1600111610000000, '0.1.0', 'a4f0eee0dd41d799d455091506127052', '/tmp/tmpq7vrc42j/flights.jsonl');
INSERT INTO public.log VALUES (60, '5fa4eceb55063f9dd2afea6a749e7526', 60, 1, 1600111611000000, '0.1.0', 'b3961fce29c36317628ad74a7fa60fc2', '/tmp/tmpq7vrc42j/flights.jsonl');
INSERT INTO public.log VALUES (61, '1cf2cf7bc329e146c1ca9a58630d72f1', 61, 1, 1600111612000000, '0.1.0', '5fa4eceb55063f9dd2afea6a749e7526', '/tmp/tmpq7vrc42j/flights.jsonl');
INSERT INTO public.log VALUES (62, '55bf280f87b830244897b5fbdcf30bc0', 62, 1, 1600111614000000, '0.1.0', '1cf2cf7bc329e146c1ca9a58630d72f1', '');
INSERT INTO public.log VALUES (63, '14dab3bcfce85b14ba6c59d8f9a03293', 63, 1, 1600111616000000, '0.1.0', '55bf280f87b830244897b5fbdcf30bc0', '');
INSERT INTO public.log VALUES (64, '21f103b45188e3e6d606e0dcb3d69353', 64, 1, 1600111618000000, '0.1.0', '14dab3bcfce85b14ba6c59d8f9a03293', '');
INSERT INTO public.writer VALUES (2, 'ada', '8377802794fd394e', '029d24e9dd94fcf2cff2b7006891c1ca', 4);
INSERT INTO public.writer VALUES (5, 'policy:unanimous', '8377802794fd394e', 'e91f77f7f6ed2d913e749955a77acc77', 1);
INSERT INTO public.writer VALUES (3, 'bob', '8377802794fd394e', '990f36e04d515dfc9abcda391415c6f1', 6);
INSERT INTO public.writer VALUES (6, 'ada', 'laptop of ada', 'fabaadf3858cedeaaa822c32ac8bc3ab', 3);
INSERT INTO public.writer VALUES (7, 'eve', 'laptop of eve', 'e38d06fd6007effbca2f7684188b49d8', 2);
INSERT INTO public.writer VALUES (8, 'bob', 'laptop of bob', '8b536ff9cbe616277122e0215f30c8c8', 2);
INSERT INTO public.writer VALUES (4, 'eve', '8377802794fd394e', 'bd76a23cbb9ca74fdc0f400e5fd03e03', 6);
INSERT INTO public.writer VALUES (1, '', '8377802794fd394e', '21f103b45188e3e6d606e0dcb3d69353', 40);
SELECT pg_catalog.setval('public.fact_row', 64, true);
SELECT pg_catalog.setval('public.log_row', 64, true);
ALTER TABLE ONLY public.about
    ADD CONSTRAINT about_pkey PRIMARY KEY (fact);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT assignment_pkey PRIMARY KEY (fact);
ALTER TABLE ONLY public.body
    ADD CONSTRAINT body_pkey PRIMARY KEY (sha256);
ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_pkey PRIMARY KEY (fact);
ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_pkey PRIMARY KEY (fact);
ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (fact);
ALTER TABLE ONLY public.draft
    ADD CONSTRAINT draft_pkey PRIMARY KEY (reviewer, claim, field);
ALTER TABLE ONLY public.fact
    ADD CONSTRAINT fact_id_key UNIQUE (id);
ALTER TABLE ONLY public.fact
    ADD CONSTRAINT fact_pkey PRIMARY KEY ("row");
ALTER TABLE ONLY public.judgement
    ADD CONSTRAINT judgement_pkey PRIMARY KEY (fact);
ALTER TABLE ONLY public.local
    ADD CONSTRAINT local_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.log
    ADD CONSTRAINT log_digest_key UNIQUE (digest);
ALTER TABLE ONLY public.log
    ADD CONSTRAINT log_pkey PRIMARY KEY ("row");
ALTER TABLE ONLY public.writer
    ADD CONSTRAINT writer_author_installation_key UNIQUE (author, installation);
ALTER TABLE ONLY public.writer
    ADD CONSTRAINT writer_pkey PRIMARY KEY ("row");
CREATE INDEX about_by_subject ON public.about USING btree (kind, subject);
CREATE INDEX assignment_by_claim ON public.assignment USING btree (claim);
CREATE INDEX assignment_by_reviewer ON public.assignment USING btree (reviewer, claim);
CREATE INDEX claim_by_status ON public.claim USING btree (status, fact);
CREATE INDEX claim_in_order ON public.claim USING btree (document, start, fact);
CREATE INDEX decision_by_claim ON public.decision USING btree (claim);
CREATE INDEX decision_by_time ON public.decision USING btree (author, at);
CREATE INDEX judgement_by_claim ON public.judgement USING btree (claim, reviewer);
CREATE INDEX judgement_by_reviewer ON public.judgement USING btree (reviewer, claim, stands, answer);
CREATE INDEX judgement_by_source ON public.judgement USING btree (source) WHERE (source <> ''::text);
CREATE INDEX judgement_by_time ON public.judgement USING btree (reviewer, at);
CREATE INDEX log_by_fact ON public.log USING btree (fact);
CREATE INDEX log_by_writer ON public.log USING btree (writer, at);
CREATE TRIGGER body_no_delete BEFORE DELETE ON public.body FOR EACH STATEMENT EXECUTE FUNCTION public.body_stays();
CREATE TRIGGER body_no_truncate BEFORE TRUNCATE ON public.body FOR EACH STATEMENT EXECUTE FUNCTION public.body_stays();
CREATE TRIGGER body_no_update BEFORE UPDATE ON public.body FOR EACH STATEMENT EXECUTE FUNCTION public.body_stays();
CREATE TRIGGER fact_no_delete BEFORE DELETE ON public.fact FOR EACH STATEMENT EXECUTE FUNCTION public.fact_stays();
CREATE TRIGGER fact_no_truncate BEFORE TRUNCATE ON public.fact FOR EACH STATEMENT EXECUTE FUNCTION public.fact_stays();
CREATE TRIGGER fact_no_update BEFORE UPDATE ON public.fact FOR EACH STATEMENT EXECUTE FUNCTION public.fact_stays();
CREATE TRIGGER log_no_delete BEFORE DELETE ON public.log FOR EACH STATEMENT EXECUTE FUNCTION public.log_stays();
CREATE TRIGGER log_no_truncate BEFORE TRUNCATE ON public.log FOR EACH STATEMENT EXECUTE FUNCTION public.log_stays();
CREATE TRIGGER log_no_update BEFORE UPDATE ON public.log FOR EACH STATEMENT EXECUTE FUNCTION public.log_stays();
ALTER TABLE ONLY public.about
    ADD CONSTRAINT about_fact_fkey FOREIGN KEY (fact) REFERENCES public.fact("row");
ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT assignment_claim_fkey FOREIGN KEY (claim) REFERENCES public.claim(fact);
ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT assignment_fact_fkey FOREIGN KEY (fact) REFERENCES public.fact("row");
ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_decision_fkey FOREIGN KEY (decision) REFERENCES public.fact("row");
ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_document_fkey FOREIGN KEY (document) REFERENCES public.document(fact);
ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_fact_fkey FOREIGN KEY (fact) REFERENCES public.fact("row");
ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_version_fkey FOREIGN KEY (version) REFERENCES public.fact("row");
ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_claim_fkey FOREIGN KEY (claim) REFERENCES public.claim(fact);
ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_fact_fkey FOREIGN KEY (fact) REFERENCES public.fact("row");
ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_described_fkey FOREIGN KEY (described) REFERENCES public.fact("row");
ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_fact_fkey FOREIGN KEY (fact) REFERENCES public.fact("row");
ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_sha256_fkey FOREIGN KEY (sha256) REFERENCES public.body(sha256);
ALTER TABLE ONLY public.judgement
    ADD CONSTRAINT judgement_claim_fkey FOREIGN KEY (claim) REFERENCES public.claim(fact);
ALTER TABLE ONLY public.judgement
    ADD CONSTRAINT judgement_fact_fkey FOREIGN KEY (fact) REFERENCES public.fact("row");
ALTER TABLE ONLY public.log
    ADD CONSTRAINT log_fact_fkey FOREIGN KEY (fact) REFERENCES public.fact("row");
ALTER TABLE ONLY public.log
    ADD CONSTRAINT log_writer_fkey FOREIGN KEY (writer) REFERENCES public.writer("row");
