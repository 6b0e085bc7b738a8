// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/drift.h"

namespace snowmelt {

/// Nothing in it but what is seen: no controls, no marks that turn the direction of text, no blanks around it.
/// `longest` is in characters (code points).
inline bool isLabel(const QString& text, qsizetype longest)
{
    return !text.isEmpty() && text == text.trimmed() && text.toUcs4().size() <= longest &&
           displayText(text.toUtf8()) == text;
}

} // namespace snowmelt
