// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/editing/outline.h"

namespace snowmelt::editing {

/// How a text is written, so that what is added looks as if the same hand had written it.
struct Hand
{
    bool flow = true;    ///< parts stand on one line: "web: {image: …}"
    bool padded = false; ///< "{ a: b }"
    char nameQuote = 0;  ///< of names of parts: '"', '\'' or 0
    char keyQuote = 0;
    char imageQuote = 0; ///< image versions are quoted more often than other text
    char textQuote = 0;
    int step = 2; ///< columns a level is indented
};

/// Of the last part of a section; of a section without parts, of the last part anywhere.
Hand handOf(const Outline& outline, const QString& section);
/// Quote of the keys of the whole text.
char quoteOfKeys(const Outline& outline);

/// A scalar in this quote; what would not be read as this text gets quotes anyway.
QByteArray scalarText(const QString& text, char quote);

} // namespace snowmelt::editing
