#include "runtime/unit.hpp"

namespace dangol::runtime {

Unit::Unit(Batch& batch, Environment environment, Timestamp now, RequestContext context)
    : batch_(batch),
      environment_(environment),
      now_(now),
      context_(std::move(context)),
      trace_(environment.tracer, context_.traceparent) {}

Batch::Work Unit::take() { return std::exchange(work_, {}); }

void Unit::follow_trace_of(Batch::Entry& entry, std::string_view correlation) {
    if (entry.version == 0) {
        entry.trace = trace_.context();
    } else if (entry.trace.empty()) {
        entry.trace = batch_.first_trace(entry.id);
    }
    trace_.join(entry.trace);
    trace_.about(correlation, entry.id);
}

std::optional<Row> Unit::row(std::string_view view, std::string_view key) {
    return batch_.row(work_, view, key);
}
void Unit::put(Row row) { work_.changes.rows.emplace_back(std::move(row)); }
void Unit::drop_row(std::string view, std::string key) {
    work_.changes.rows.emplace_back(DropRow{std::move(view), std::move(key)});
}

void Unit::schedule(Deadline deadline) { work_.changes.deadlines.emplace_back(std::move(deadline)); }
void Unit::cancel_deadline(std::string key) {
    work_.changes.deadlines.emplace_back(CancelDeadline{std::move(key)});
}

void Unit::perform(Effect effect) {
    if (effect.due == Timestamp{}) effect.due = now_;
    work_.changes.effects.emplace_back(std::move(effect));
}

std::optional<Answer> Unit::answer(std::string_view key) { return batch_.answer(work_, key); }
void Unit::remember(Answer answer) { work_.changes.answers.push_back(std::move(answer)); }

void Unit::append(std::string type, const std::string& subject, std::uint64_t version, std::string scope,
                  std::string data, Decoded decoded) {
    work_.changes.events.push_back(
        {.id = environment_.ids.next(),
         .type = std::move(type),
         .source = {},  // the writer fills in its context's name
         .subject = subject,
         .version = version,
         .position = 0,
         .time = now_,
         .scope = std::move(scope),
         .correlation = context_.correlation.empty() ? subject : context_.correlation,
         .causation = context_.id,
         .traceparent = trace_.context(),
         .actor = context_.actor.text(),
         .data = std::move(data),
         .decoded = std::move(decoded)});
}

}  // namespace dangol::runtime
