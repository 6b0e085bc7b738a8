// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/enum_table.h"

#include <QList>
#include <QString>

#include <optional>

namespace snowmelt {

/// The spellings of an enum, where they are defined: code_names.cpp and its kin specialise it and instantiate what
/// follows. Everybody else reads code_names.h.
template <typename E>
constexpr int tableOf = 0;

template <typename E>
QString nameIn(E code)
{
    static_assert(isComplete(tableOf<E>), "an enumerator has no spelling");
    for (const auto& [value, name] : tableOf<E>) {
        if (value == code)
            return QString::fromLatin1(name);
    }
    return QString();
}

template <typename E>
std::optional<E> codeFromName(const QString& name)
{
    for (const auto& [value, spelling] : tableOf<E>) {
        if (name == QLatin1String(spelling))
            return value;
    }
    return std::nullopt;
}

template <typename E>
QList<E> allCodes()
{
    QList<E> codes;
    for (const auto& [value, spelling] : tableOf<E>)
        codes.append(value);
    return codes;
}

} // namespace snowmelt
