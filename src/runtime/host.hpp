#pragma once

#include <exception>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include "runtime/live.hpp"
#include "runtime/ports.hpp"
#include "runtime/reads.hpp"
#include "runtime/task.hpp"
#include "runtime/unavailable.hpp"
#include "runtime/waiting.hpp"
#include "runtime/writer.hpp"

namespace dangol::runtime {

/// What the routes of a context work with; each member function is a step that a task waits for. The
/// references live as long as the process. When the writer stops (Writer::stop), a `decide` that it has not
/// begun and every `next_event` give the rejection `stopping`; a `read` does when the readers stop.
struct Host {
    Writer& writer;  ///< decides commands
    Reads& reads;    ///< answers questions from committed state
    Live& live;      ///< open streams of this context's events
    Environment environment;

    [[nodiscard]] Timestamp now() const { return environment.clock.now(); }

    /// Refuses what `decide` would refuse because others have waited too long. A task that is sheddable
    /// begins with it.
    [[nodiscard]] Result<void> room_for(const Caller& caller) const {
        if (writer.turns_away(caller)) return std::unexpected(overloaded());
        return {};
    }

    /// Runs `work`, a Result<T>(Unit&), in the writer; the task goes on with its result after the commit, on
    /// the writer's thread.
    template <class Work>
    [[nodiscard]] auto decide(RequestContext context, Work work) const {
        using Decided = std::invoke_result_t<Work&, Unit&>;
        return call<Decided>([&target = writer, context = std::move(context),
                              work = std::move(work)](Callback<Decided> done) mutable {
            target.submit(std::move(context), std::move(work), std::move(done));
        });
    }

    /// Asks `question`, a Result<T>(Reader&); the task goes on with the answer on a reader's thread.
    template <class Question>
    [[nodiscard]] auto read(Question question, Caller caller = {}) const {
        using Answered = std::invoke_result_t<Question&, Reader&>;
        return call<Answered>([&target = reads, question = std::move(question),
                               caller = std::move(caller)](Callback<Answered> done) mutable {
            target.read(
                [question = std::move(question), done = std::move(done)](Result<Reader*> reader) mutable {
                    if (!reader) return done(std::unexpected(std::move(reader.error())));
                    std::optional<Answered> answered;
                    std::exception_ptr broken;
                    try {
                        answered.emplace(question(**reader));
                    } catch (const StoreUnavailable&) {
                        answered.emplace(std::unexpected(store_unavailable()));
                        broken = std::current_exception();
                    } catch (...) {
                        broken = std::current_exception();
                    }
                    if (answered) {
                        done(std::move(*answered));
                    } else {
                        done.fail(broken);
                    }
                    if (broken) std::rethrow_exception(broken);  // whoever keeps the reader must know
                },
                std::move(caller));
        });
    }

    /// Waits until one of the Events about `subject` is committed with a version above `version`, `within` at
    /// most: a Result<Waiting::Event>, null if none came, the rejection `stopping` if the writer stops. Goes
    /// on right after the commit, on a timer's thread, or on the one that stops the writer.
    template <class... Events>
    [[nodiscard]] auto next_event(std::string subject, std::uint64_t version, Duration within) const {
        return call<Result<Waiting::Event>>([&target = writer, within, subject = std::move(subject),
                                             version](Callback<Result<Waiting::Event>> done) mutable {
            target.waiting().add(std::move(subject), version, {type_name<Events>()...}, within,
                                 std::move(done));
        });
    }
};

}  // namespace dangol::runtime
