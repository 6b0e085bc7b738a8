// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/problem.h"

namespace snowmelt {

QString codeName(ProblemCode code)
{
    switch (code) {
    case ProblemCode::NotUtf8:
        return QStringLiteral("notUtf8");
    case ProblemCode::TooLarge:
        return QStringLiteral("tooLarge");
    case ProblemCode::TooDeep:
        return QStringLiteral("tooDeep");
    case ProblemCode::Syntax:
        return QStringLiteral("syntax");
    case ProblemCode::Empty:
        return QStringLiteral("empty");
    case ProblemCode::AliasNotAllowed:
        return QStringLiteral("aliasNotAllowed");
    case ProblemCode::DuplicateKey:
        return QStringLiteral("duplicateKey");
    case ProblemCode::UnknownKey:
        return QStringLiteral("unknownKey");
    case ProblemCode::MissingKey:
        return QStringLiteral("missingKey");
    case ProblemCode::WrongType:
        return QStringLiteral("wrongType");
    case ProblemCode::BadValue:
        return QStringLiteral("badValue");
    case ProblemCode::UnknownChoice:
        return QStringLiteral("unknownChoice");
    case ProblemCode::OutOfRange:
        return QStringLiteral("outOfRange");
    case ProblemCode::BadName:
        return QStringLiteral("badName");
    case ProblemCode::DuplicateName:
        return QStringLiteral("duplicateName");
    case ProblemCode::UnknownReference:
        return QStringLiteral("unknownReference");
    case ProblemCode::FutureVersion:
        return QStringLiteral("futureVersion");
    case ProblemCode::PathEscapes:
        return QStringLiteral("pathEscapes");
    case ProblemCode::NotOnPlatform:
        return QStringLiteral("notOnPlatform");
    }
    return {};
}

} // namespace snowmelt
