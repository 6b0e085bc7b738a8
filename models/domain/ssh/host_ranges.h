// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace snowmelt {

enum class HostRangeProblemCode {
    Unclosed,   ///< {}: "[" without "]"
    NotOpened,  ///< {}: "]" without "["
    Nested,     ///< {}: "[" inside of brackets
    EmptyItem,  ///< {}: "[]", "[1,,2]"
    BadItem,    ///< {item}: neither a number, a small letter, nor a range of either
    Backwards,  ///< {item}: "[05-01]"
    BadPadding, ///< {item}: begins with zeros, and its ends are not equally long: "[01-100]"
    TooMany,    ///< {limit}
};

struct HostRangeProblem
{
    HostRangeProblemCode code = HostRangeProblemCode::BadItem;
    QStringList args;
    int column = 1; ///< of the bracket or item; counts from 1
    bool operator==(const HostRangeProblem&) const = default;
};

/// The names a range stands for, in its order, or what is wrong with it. Never both.
struct HostRange
{
    QStringList names;
    std::optional<HostRangeProblem> problem;
};

constexpr qsizetype hostRangeLimit = 10'000;

/// "web[01-40].example.org", "db[a-c]", "web[01-03,07]-[a,b]": several brackets are every combination, the last one
/// changing fastest. Zeros in front are kept. A name without brackets is itself.
HostRange expandHostRange(const QString& text, qsizetype limit = hostRangeLimit);

} // namespace snowmelt
