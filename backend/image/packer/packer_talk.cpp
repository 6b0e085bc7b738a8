// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/packer/packer_talk.h"

#include "backend/execution/line_cutter.h"

#include <algorithm>

namespace snowmelt {

namespace {

constexpr qsizetype keptOfTalk = 64 * 1024;
constexpr qsizetype mostArtifacts = 1000;

QString clipped(const QString& line)
{
    return QString::fromUtf8(clippedLine(line.toUtf8()));
}

} // namespace

QStringList PackerTalk::hear(const QByteArray& line)
{
    const auto parsed = parsePackerLine(line);
    if (!parsed)
        return tell(m_talk.take({}, line));
    if (parsed->type == u"ui")
        return tell(m_talk.take(parsed->data.value(0).toUtf8(), parsed->data.mid(1).join(u',').toUtf8()));
    take(*parsed);
    return {};
}

QStringList PackerTalk::tell(QStringList lines)
{
    for (QString& line : lines) {
        line = clipped(line);
        m_said += line.toUtf8() + '\n';
    }
    if (m_said.size() > 2 * keptOfTalk)
        m_said = m_said.right(keptOfTalk);
    return lines;
}

void PackerTalk::take(const PackerLine& line)
{
    if (line.type == u"version" && !line.data.isEmpty())
        m_version = m_scrub.scrub(line.data.first());
    else if (line.type == u"artifact" && line.data.size() >= 2)
        takeArtifact(line);
}

void PackerTalk::takeArtifact(const PackerLine& line)
{
    const QString key = line.target + u'\n' + line.data[0];
    auto found = std::find_if(m_artifacts.begin(), m_artifacts.end(), [&](const auto& it) { return it.first == key; });
    if (found == m_artifacts.end()) {
        if (m_artifacts.size() >= mostArtifacts)
            return;
        m_artifacts.append({key, {m_scrub.scrub(line.target), {}, {}, {}, {}}});
        found = m_artifacts.end() - 1;
    }
    const QString what = line.data[1];
    const QString value = m_scrub.scrub(line.data.mid(2).join(u','));
    if (what == u"builder-id")
        found->second.builder = value;
    else if (what == u"id")
        found->second.id = value;
    else if (what == u"string")
        found->second.text = value;
    else if (what == u"file" && line.data.size() >= 4)
        found->second.files.append(m_scrub.scrub(line.data[3]));
}

QList<PackerArtifact> PackerTalk::artifacts() const
{
    QList<PackerArtifact> all;
    for (const auto& [key, artifact] : m_artifacts)
        if (!all.contains(artifact))
            all.append(artifact);
    return all;
}

} // namespace snowmelt
