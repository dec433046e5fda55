"""Several people who do something at the same instant."""

import threading


def at_once(*calls):
    """Each call in a thread of its own, begun together. What they gave, in their order; the first failure is raised."""
    together, given, failures = threading.Barrier(len(calls)), [None] * len(calls), []

    def run(number, call):
        try:
            together.wait(60)
            given[number] = call()
        except BaseException as error:
            failures.append(error)
    threads = [threading.Thread(target=run, args=one) for one in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
    return given
