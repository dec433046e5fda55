"""Holds the source tree to its rules, and each rule to being able to fail."""

import pathlib

import pytest
import rules

ROOT = pathlib.Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_the_tree_obeys(rule):
    broken = list(rule(ROOT))
    assert not broken, "\n" + "\n".join(broken)


def tree(root, files):
    """A small tree that obeys every rule, with `files` written over it."""
    door = {f"src/contexts/{name}/{file}": "#pragma once\n" if file.endswith("hpp") else "\n"
            for name in ("order", "cafe") for file in ("README.md", f"{name}.hpp", f"{name}.cpp")}
    for name, text in (door | files).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink(missing_ok=True)
        else:
            path.write_text(text, encoding="utf-8")
    return root


GOOD = {
    "src/core/money.cpp": '#include "core/money.hpp"\n#include <string>\n',
    "src/core/money_test.cpp": '#include "core/money.hpp"\n#include "tests/support/tree.hpp"\n',
    "src/contracts/order.hpp": '#pragma once\n#include "core/money.hpp"\n',
    "src/runtime/writer.cpp": '#include "core/money.hpp"\n#include <thread>\n#include <mutex>\n#if DANGOL_BUG_X\n#endif\n'
                              + "// a Payment, say\nstd::strong_ordering in_order;\n" + "int a;\n" * 400,
    "src/runtime/writer_test.cpp": "struct OrderPlaced {};\n",
    "src/contexts/order/domain/order.cpp": '#include "contexts/order/domain/order.hpp"\n#include "contracts/cafe.hpp"\n',
    "src/contexts/order/policies.cpp": '#include "contracts/cafe.hpp"\n#include "runtime/unit.hpp"\n// detached\n',
    "src/contexts/order/order_context_test.cpp": '#include "adapters/memory/memory_store.hpp"\n'
                                                 '#include "tests/support/context_world.hpp"\n',
    "src/adapters/http/server.cpp": '#include "contexts/order/ports.hpp"\n#include "contracts/order.hpp"\n'
                                    '#include <boost/asio.hpp>\n',
    "src/traffic/demo.cpp": '#include "adapters/http/client.hpp"\n#include "traffic/assets.hpp"\nputs("hi");\n',
    "src/app/main.cpp": '#include "adapters/http/server.hpp"\n#include "app/assets.hpp"\nstd::cout << 1;\n',
    "tests/simulation/main.cpp": "std::cout << 1;\n",
}


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_a_good_tree_passes(tmp_path, rule):
    assert list(rule(tree(tmp_path, GOOD))) == []


BAD = [
    (rules.includes_point_down, "src/core/a.hpp", '#include "runtime/unit.hpp"', "core does not see runtime"),
    (rules.includes_point_down, "src/core/a.hpp", "#include <boost/asio.hpp>", "no context knows of sockets"),
    (rules.includes_point_down, "src/contracts/a.hpp", '#include "runtime/unit.hpp"', "contracts does not see runtime"),
    (rules.includes_point_down, "src/contracts/a.hpp", '#include "contexts/cafe/api.hpp"', "contracts does not see contexts"),
    (rules.includes_point_down, "src/runtime/a.hpp", '#include "contexts/cafe/api.hpp"', "runtime does not see contexts"),
    (rules.includes_point_down, "src/runtime/a.hpp", '#include "contracts/cafe.hpp"', "runtime does not see contracts"),
    (rules.includes_point_down, "src/runtime/a.hpp", "#include <boost/beast/http.hpp>", "no context knows of HTTP"),
    (rules.includes_point_down, "src/contexts/cafe/a.hpp", '#include "adapters/http/a.hpp"', "declare a port"),
    (rules.includes_point_down, "src/contexts/cafe/a.hpp", '#include "contexts/order/order.hpp"', "no context sees another"),
    (rules.includes_point_down, "src/contexts/cafe/a.hpp", '#include "contexts/order/events.hpp"', "contracts/order.hpp"),
    (rules.includes_point_down, "src/contexts/cafe/a_test.cpp", '#include "contexts/order/order.hpp"', "contracts/order.hpp"),
    (rules.includes_point_down, "src/contexts/cafe/a.hpp", "#include <boost/asio/awaitable.hpp>", "sockets"),
    (rules.includes_point_down, "src/contexts/cafe/a.hpp", "#include <sqlite3.h>", "store"),
    (rules.includes_point_down, "src/contexts/cafe/a.hpp", "  #  include <thread>", "threads"),
    (rules.includes_point_down, "src/contexts/cafe/a.hpp", "#include <mutex>", "lock"),
    (rules.includes_point_down, "src/contexts/cafe/domain/a.hpp", '#include "runtime/unit.hpp"', "pure"),
    (rules.includes_point_down, "src/contexts/cafe/domain/a.hpp", '#include "contexts/cafe/policies.hpp"', "pure"),
    (rules.includes_point_down, "src/contexts/cafe/domain/a.hpp", '#include "contexts/order/order.hpp"', "contracts/order.hpp"),
    (rules.includes_point_down, "src/contexts/cafe/domain/a.hpp", '#include "../events.hpp"', "start at src/"),
    (rules.includes_point_down, "src/adapters/http/a.hpp", '#include "app/main.hpp"', "adapters does not see app"),
    (rules.includes_point_down, "src/adapters/http/a.hpp", '#include "traffic/demo/demo.hpp"', "adapters does not see traffic"),
    (rules.includes_point_down, "src/traffic/a.hpp", '#include "app/installation.hpp"', "traffic does not see app"),
    (rules.includes_point_down, "src/app/a.hpp", '#include "assets.hpp"', "start at src/"),
    (rules.banned_words, "src/adapters/http/a.cpp", "co_spawn(io, run(), asio::detached);", "handler that logs"),
    (rules.banned_words, "src/runtime/a.cpp", 'std::cout << "hi";', "only src/app, src/admin and src/traffic print"),
    (rules.banned_words, "src/adapters/http/a.cpp", 'printf("hi");', "only src/app, src/admin and src/traffic print"),
    (rules.banned_words, "src/runtime/a.hpp", "#if DANGOL_BUG_REPLY_BEFORE_COMMIT", "Move it"),
    (rules.banned_words, "src/runtime/a.hpp", '#include "runtime/deliberate_bugs.hpp"', "Move it"),
    (rules.runtime_names_no_domain, "src/runtime/a.hpp", "#pragma once\nstruct OrderLimits {};", "OrderLimits"),
    (rules.runtime_names_no_domain, "src/runtime/a.cpp", 'Text{"주문이 몰려 있어요."};', "주문"),
    (rules.runtime_names_no_domain, "src/runtime/a.cpp", "int korea_offset = 540;", "korea"),
    (rules.runtime_names_no_domain, "src/runtime/a.cpp", "const auto& cafe_id = row.key;", "cafe_id"),
    (rules.runtime_names_no_domain, "src/runtime/a.cpp", 'about("dangol.order.id", id);', "order"),
    (rules.no_unfinished_business, "src/runtime/a.cpp", "// TO" "DO: later", "Do it"),
    (rules.no_unfinished_business, "script/a", "# FIX" "ME", "Do it"),
    (rules.calls_own_what_they_read, "src/app/a.cpp", "co_await call<Result<int>>([&](Callback<Result<int>> done) {", "name what it captures"),
    (rules.calls_own_what_they_read, "src/app/a.cpp", "co_await call<int>(\n    [&, n](Callback<int> done) {", "name what it captures"),
    (rules.files_are_short, "src/runtime/a.cpp", "int a;\n" * 401, "Split it"),
    (rules.files_are_short, "tests/journey/a_test.py", "a = 1\n" * 401, "Split it"),
    (rules.headers_are_guarded, "src/runtime/a.hpp", "int a;", "#pragma once"),
    (rules.contexts_are_complete, "src/contexts/cafe/README.md", None, "README.md is missing"),
    (rules.contexts_are_complete, "src/contexts/cafe/cafe.cpp", None, "cafe.cpp is missing"),
    (rules.contexts_are_complete, "src/contexts/cafe/cafe.hpp", None, "cafe.hpp is missing"),
]


@pytest.mark.parametrize("rule, file, text, said", BAD, ids=[f"{bad[1]}: {(bad[2] or 'absent')[:40].strip()}" for bad in BAD])
def test_a_broken_rule_is_reported_with_what_to_do(tmp_path, rule, file, text, said):
    broken = list(rule(tree(tmp_path, GOOD | {file: text})))
    assert len(broken) == 1
    assert file.rsplit("/", 1)[0] in broken[0] and said in broken[0]
