// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/debian_paragraph.h"

namespace snowmelt {

DebianParagraph parseParagraph(const QByteArray& text)
{
    DebianParagraph fields;
    for (const QByteArray& line : text.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line[0] != ' ' && line[0] != '\t')
            fields.insert(line.left(colon), line.mid(colon + 1).trimmed());
    }
    return fields;
}

} // namespace snowmelt
