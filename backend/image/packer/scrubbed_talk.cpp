// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/packer/scrubbed_talk.h"

#include "backend/image/packer/squeezed_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr size_t leastBegun = 4; // what ends many a line by chance would keep it back
constexpr size_t mostLines = 256;
constexpr qsizetype mostBytes = 256 * 1024;
constexpr size_t mostVoices = 256;

/// "==> null: ", "    null (shell-local): ", "-->  null: ".
qsizetype sizeOfHead(const QByteArray& line)
{
    static const QRegularExpression head(QStringLiteral("^(?:==>|-->|   ) .*?:(?: |$)"));
    return std::max<qsizetype>(0, head.match(QString::fromLatin1(line)).capturedEnd());
}

QList<ByteRange> within(const QList<ByteRange>& ranges, qsizetype from, qsizetype size)
{
    QList<ByteRange> inside;
    for (const auto& [first, last] : ranges)
        if (first < from + size && last > from)
            inside.append({std::max<qsizetype>(0, first - from), std::min(size, last - from)});
    return inside;
}

} // namespace

ScrubbedTalk::ScrubbedTalk(const SecretScrub& scrub) : m_scrub(scrub), m_spellings(SpellingTable::of(scrub.spellings()))
{
}

QStringList ScrubbedTalk::take(const QByteArray& kind, const QByteArray& text)
{
    const QList<ByteRange> hidden = m_scrub.find(text);
    for (qsizetype from = 0; from <= text.size();) {
        qsizetype end = from;
        while (end < text.size() && text[end] != '\n' && text[end] != '\r')
            ++end;
        const QByteArray line = text.mid(from, end - from);
        if (!line.trimmed().isEmpty())
            add(kind, line, within(hidden, from, line.size()));
        from = end + 1;
    }
    if (m_lines.size() > mostLines || m_bytes > mostBytes || m_voices.size() > mostVoices)
        letGo();
    return release();
}

QStringList ScrubbedTalk::end()
{
    letGo();
    m_voices.clear();
    return release();
}

void ScrubbedTalk::add(const QByteArray& kind, const QByteArray& line, const QList<ByteRange>& hidden)
{
    const qsizetype from = sizeOfHead(line);
    const QByteArray name = kind + ' ' + line.left(from);
    m_lines.push_back({name, line, hidden});
    m_bytes += line.size();
    Voice& voice =
        m_voices.try_emplace(name, Voice{SpellingWatch(m_spellings), SpellingWatch(m_spellings)}).first->second;
    follow(voice, from);
    if (voice.asItIs.begun().empty() && voice.dumped.begun().empty())
        m_voices.erase(name);
}

/// The line that came last, which the voice has said.
void ScrubbedTalk::follow(Voice& voice, qsizetype from)
{
    const qint64 number = m_told + static_cast<qint64>(m_lines.size()) - 1;
    const SqueezedText asItIs = squeezed(m_lines.back().text, from);
    for (qsizetype i = 0; i < asItIs.bytes.size(); ++i)
        hide(voice.asItIs.take(asItIs.bytes[i], {number, asItIs.places[i]}), false);
    const SqueezedText dumped = squeezedDump(m_lines.back().text, from);
    if (dumped.bytes.isEmpty())
        voice.dumped.forget();
    for (qsizetype i = 0; i < dumped.bytes.size(); ++i)
        hide(voice.dumped.take(dumped.bytes[i], {number, dumped.places[i]}), true);
}

/// Behind the digits of a dump stands the same as text.
void ScrubbedTalk::hide(const QList<BytePlace>& places, bool toTheEnd)
{
    for (auto it = places.begin(); it != places.end();) {
        const auto next = std::find_if(it, places.end(), [&](const BytePlace& each) { return each.line != it->line; });
        if (it->line >= m_told) {
            Line& line = m_lines[static_cast<size_t>(it->line - m_told)];
            line.hidden.append({it->at, toTheEnd ? line.text.size() : std::prev(next)->at + 1});
        }
        it = next;
    }
}

/// What has begun may go on all the same.
void ScrubbedTalk::letGo()
{
    const auto hideBegun = [this](const SpellingWatch& watch, bool toTheEnd) {
        if (watch.begun().size() >= leastBegun)
            hide(QList<BytePlace>(watch.begun().begin(), watch.begun().end()), toTheEnd);
    };
    for (const auto& [name, voice] : m_voices) {
        hideBegun(voice.asItIs, false);
        hideBegun(voice.dumped, true);
    }
    if (m_voices.size() > mostVoices)
        m_voices.clear();
    m_free = m_told + static_cast<qint64>(m_lines.size());
}

bool ScrubbedTalk::isKept(qint64 number) const
{
    const auto found = m_voices.find(m_lines.front().voice);
    if (found == m_voices.end() || number < m_free)
        return false;
    const auto keeps = [number](const SpellingWatch& watch) {
        return watch.begun().size() >= leastBegun && watch.begun().front().line <= number;
    };
    return keeps(found->second.asItIs) || keeps(found->second.dumped);
}

QStringList ScrubbedTalk::release()
{
    QStringList told;
    for (; !m_lines.empty() && !isKept(m_told); ++m_told, m_lines.pop_front()) {
        const Line& line = m_lines.front();
        told.append(QString::fromUtf8(concealedIn(line.text, line.hidden)));
        m_bytes -= line.text.size();
    }
    return told;
}

} // namespace snowmelt
