// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/withheld_wording.h"

#include <QCoreApplication>

namespace snowmelt {

namespace {

class WithheldWording
{
    Q_DECLARE_TR_FUNCTIONS(WithheldWording)

public:
    static QString lines(int count)
    {
        return tr("%n line(s) may hold a secret: shown as digests, which only tell whether they differ", nullptr,
                  count);
    }
};

} // namespace

QString withheldText(int lines)
{
    return lines == 0 ? QString() : WithheldWording::lines(lines);
}

} // namespace snowmelt
