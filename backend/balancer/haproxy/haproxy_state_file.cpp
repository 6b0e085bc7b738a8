// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/balancer/haproxy/haproxy_state_file.h"

#include "backend/balancer/haproxy/haproxy_answers.h"

#include <algorithm>

namespace snowmelt {
namespace {

/// SRV_ADMF_FMAINT, IMAINT, FDRAIN, IDRAIN, RMAINT, HMAINT. CMAINT (0x04) is left out: it only says that the slot was
/// declared `disabled`, and one that was told to be ready since is loaded as ready.
constexpr int outOfTraffic = 0x01 | 0x02 | 0x08 | 0x10 | 0x20 | 0x40;

} // namespace

std::optional<ServingSlots> parseStateFile(const QByteArray& text, const QString& group)
{
    static const QByteArrayList needed{"be_name", "srv_name", "srv_addr", "srv_admin_state", "srv_uweight", "srv_port"};
    const AnswerTable table = AnswerTable::parse(text, ' ');
    const bool whole = std::ranges::all_of(needed, [&](const QByteArray& name) { return table.has(name); });
    if (text.left(text.indexOf('\n')).trimmed() != "1" || !whole)
        return std::nullopt;
    ServingSlots serving;
    for (qsizetype i = 0; i < table.size(); ++i) {
        const bool takes =
            (table.number(i, "srv_admin_state") & outOfTraffic) == 0 && table.number(i, "srv_uweight") > 0;
        if (takes && table.text(i, "be_name") == group.toUtf8())
            serving.insert(QString::fromUtf8(table.text(i, "srv_name")),
                           QString::fromUtf8(table.text(i, "srv_addr") + ':' + table.text(i, "srv_port")));
    }
    return serving;
}

} // namespace snowmelt
