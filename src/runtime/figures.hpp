#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dangol::runtime {

/// Takes what a context measures in its own store. The process exports it beside its other figures, labelled
/// with the context's name where the name of a figure needs it.
class Figures {
  public:
    using Labels = std::vector<std::pair<std::string, std::string>>;

    Figures() = default;
    virtual ~Figures() = default;
    Figures(const Figures&) = delete;
    Figures& operator=(const Figures&) = delete;

    /// A value as of now. A figure that is left out keeps its last value.
    virtual void gauge(std::string_view name, std::string_view help, double value, Labels labels) = 0;
    /// A count since the start; it never falls.
    virtual void counter(std::string_view name, std::string_view help, double value, Labels labels) = 0;
    /// `subject` breaks a rule that must always hold: the operator is alerted.
    virtual void violated(std::string_view rule, std::string_view subject) = 0;
};

}  // namespace dangol::runtime
