// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace snowmelt {

enum class ProblemCode {
    NotUtf8,          ///< {}
    TooLarge,         ///< {bytes, limit}
    TooDeep,          ///< {limit}
    Syntax,           ///< {what the YAML parser said}
    Empty,            ///< {}
    AliasNotAllowed,  ///< {}
    DuplicateKey,     ///< {key}
    UnknownKey,       ///< {key, expected keys, nearest or empty}
    MissingKey,       ///< {key}
    WrongType,        ///< {key, expected: "a mapping", "a list", "text", "a whole number", "a number"}
    BadValue,         ///< {key, value, what was expected}
    UnknownChoice,    ///< {key, value, known values, nearest or empty}
    OutOfRange,       ///< {key, value, lowest, highest}
    BadName,          ///< {name}
    DuplicateName,    ///< {name, the part that has it already}
    UnknownReference, ///< {key, name, nearest or empty}
    FutureVersion,    ///< {version, newest known}
    PathEscapes,      ///< {path}: outside the blueprint's folder
    NotOnPlatform,    ///< {key, platform kind}: of what is made where nothing is, or of what is there where all is made
};

/// One fault in a text, at its place. Lines and columns count from 1, columns in characters (code points).
struct Problem
{
    ProblemCode code = ProblemCode::Syntax;
    int line = 1;
    int column = 1;
    QStringList args;
    bool operator==(const Problem&) const = default;
};

QString codeName(ProblemCode code);

/// A parsed value, or every problem that was found. Never both.
template <typename T>
struct Parsed
{
    T value;
    QList<Problem> problems;
    bool ok() const { return problems.isEmpty(); }
};

} // namespace snowmelt
