// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/typed_words.h"

#include "app/cli/cli_text.h"

namespace snowmelt {

bool isWord(const QString& typed, const QString& own, QStringView english)
{
    return typed.compare(own, Qt::CaseInsensitive) == 0 || typed.compare(english, Qt::CaseInsensitive) == 0;
}

bool isYes(const QString& typed)
{
    return isWord(typed, CliText::tr("yes"), u"yes");
}

bool isNo(const QString& typed)
{
    return isWord(typed, CliText::tr("no"), u"no");
}

} // namespace snowmelt
