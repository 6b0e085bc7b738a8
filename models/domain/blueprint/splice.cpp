// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/splice.h"

#include <algorithm>

namespace snowmelt {

QList<Splice> inTextOrder(QList<Splice> splices)
{
    // Stable: of two insertions at one place the first asked for comes first.
    std::stable_sort(splices.begin(), splices.end(), [](const Splice& a, const Splice& b) { return a.at < b.at; });
    for (qsizetype i = 1; i < splices.size(); ++i) {
        if (splices[i].at < splices[i - 1].at + splices[i - 1].removed.size())
            return {};
    }
    return splices;
}

QByteArray spliced(const QByteArray& text, const QList<Splice>& splices)
{
    QByteArray result;
    qsizetype copied = 0;
    for (const Splice& splice : splices) {
        result += text.mid(copied, splice.at - copied);
        result += splice.inserted;
        copied = splice.at + splice.removed.size();
    }
    return result += text.mid(copied);
}

QList<Splice> inverse(const QList<Splice>& splices)
{
    QList<Splice> back;
    qsizetype shift = 0;
    for (const Splice& splice : splices) {
        back.append({splice.at + shift, splice.inserted, splice.removed});
        shift += splice.inserted.size() - splice.removed.size();
    }
    return back;
}

} // namespace snowmelt
