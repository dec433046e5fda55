#pragma once

#include <string>
#include <string_view>

#include <boost/json/array.hpp>

namespace dangol::adapters::web {

/// A page with gaps for data, as web/prerender generates it from the apps' own components: a JSON array of
///
///     "<p>"                                             text as it is
///     {"value": PATH}                                   a string or an integer, escaped; nothing if missing
///     {"value": PATH, "as": "grouped"}                  an integer with separators: 1,234,500
///     {"if": CONDITION, "yes": […], "no": […]}
///     {"each": PATH, "as": NAME, "body": […]}           the body for each item of a list, as NAME inside it
///     {"each": PATH, "as": NAME, "by": PATH, "body": …} the body for each group of items with an equal value
///                                                       at "by", in the order of their first, which is NAME
///     {"data": true}                                    all data, escaped for a <script>
///
/// The CONDITION {"of": PATH} holds unless the value is missing, null, false, "" or 0. With "is" the value
/// must equal that literal, with "least" it must be at least that number, with "same" it must equal the value
/// at that PATH.
///
/// A PATH such as "cafe.name.ko" begins with a NAME or with a member of the data. "queues[cafe.id]" is the
/// member of `queues` whose name is the value at "cafe.id". "LIST.#count" is the length of a list,
/// "NAME.#number" the position of NAME, from 1, and "NAME.#items" the items of a group.
class Template {
  public:
    /// Throws std::runtime_error unless `json` is an array.
    explicit Template(std::string_view json);

    /// `data`: a JSON object.
    [[nodiscard]] std::string filled(std::string_view data) const;

  private:
    boost::json::array parts_;
};

}  // namespace dangol::adapters::web
