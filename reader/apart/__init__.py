"""旁室: what reads pages runs in a process of its own, bounded in time and memory."""
