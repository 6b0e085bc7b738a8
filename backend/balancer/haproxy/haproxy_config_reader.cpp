// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/balancer/haproxy/haproxy_config.h"
#include "backend/balancer/haproxy/haproxy_config_words.h"

#include <algorithm>

namespace snowmelt {
namespace {

Error unreadable(const QByteArray& line)
{
    return {ErrorCode::Unexpected, {QStringLiteral("HAProxy configuration line")}, QString::fromUtf8(line.trimmed())};
}

struct Reader
{
    BalancerConfig config;
    QString defaultBackend;
    enum class Section { Other, Frontend, Backend } section = Section::Other;

    void begin(const QStringList& line);
    bool take(const QStringList& line);
    bool takeServer(const QStringList& line);
    bool takeBind(const QStringList& line);
    void putDefaultFirst();
};

void Reader::begin(const QStringList& line)
{
    section = Section::Other;
    if (line.first() == u"frontend")
        section = Section::Frontend;
    if (line.first() == u"backend" && line.size() > 1) {
        section = Section::Backend;
        config.backends << BackendPlacement{line.at(1), {}, 0, {}};
    }
}

bool Reader::takeBind(const QStringList& line)
{
    bool ok = false;
    if (line.size() > 1)
        config.listen = line.at(1).section(u':', -1).toInt(&ok);
    return ok;
}

bool Reader::takeServer(const QStringList& line)
{
    if (line.size() < 3)
        return false;
    BackendPlacement& backend = config.backends.last();
    SlotPlacement placement;
    placement.slot = line.at(1);
    placement.address = line.at(2).section(u':', 0, -2);
    bool ok = false;
    placement.port = line.at(2).section(u':', -1).toInt(&ok);
    if (!ok || placement.address.isEmpty())
        return false;
    backend.slotsPerSide += placement.slot.startsWith(u'a');
    const qsizetype weight = line.indexOf(QStringLiteral("weight"));
    placement.mode = line.contains(QStringLiteral("disabled"))      ? SlotMode::Maint
                     : weight > 0 && line.value(weight + 1) == u"0" ? SlotMode::Drain
                                                                    : SlotMode::Ready;
    if (placement.address != freeSlotAddress || placement.port != freeSlotPort)
        backend.placements << placement;
    return true;
}

bool Reader::take(const QStringList& line)
{
    if (section == Section::Frontend && line.first() == u"bind")
        return takeBind(line);
    if (section == Section::Frontend && line.first() == u"default_backend")
        defaultBackend = line.value(1);
    if (section == Section::Backend && line.first() == u"server")
        return takeServer(line);
    if (section == Section::Backend &&
        line.mid(0, 2) == QStringList{QStringLiteral("option"), QStringLiteral("httpchk")})
        config.backends.last().healthPath = line.size() == 3 ? line.at(2) : line.value(3);
    return true;
}

/// The order of backends has a meaning: the first one gets what no other claims.
void Reader::putDefaultFirst()
{
    std::stable_partition(config.backends.begin(), config.backends.end(),
                          [this](const BackendPlacement& backend) { return backend.group == defaultBackend; });
}

} // namespace

Result<BalancerConfig> readHaproxyConfig(const QByteArray& text)
{
    Reader reader;
    for (const QByteArray& line : text.split('\n')) {
        const QStringList parts = configWords(line);
        if (parts.isEmpty())
            continue;
        if (beginsSection(parts.first()))
            reader.begin(parts);
        else if (!reader.take(parts))
            return unreadable(line);
    }
    reader.putDefaultFirst();
    return reader.config;
}

} // namespace snowmelt
