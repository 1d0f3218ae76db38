"""speaks in lines"""
