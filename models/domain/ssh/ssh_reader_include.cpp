// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ssh/ssh_reader.h"

namespace snowmelt {

void SshConfigReader::include(const Line& line)
{
    if (line.arguments.isEmpty())
        report(SshProblemCode::MissingArgument, line);
    for (const SshWord& argument : line.arguments)
        includePattern(line, argument);
}

// Relative ones are in ~/.ssh, those of the system's file in /etc/ssh.
void SshConfigReader::includePattern(const Line& line, const SshWord& argument)
{
    const std::optional<QString> text = decoded(argument);
    if (!text)
        return;
    const bool ofUser = m_source == Source::User;
    const bool atHome = *text == u"~" || text->startsWith(QStringLiteral("~/"));
    if (text->isEmpty())
        return report(SshProblemCode::MissingArgument, line);
    if (text->startsWith(u'~') && !(atHome && ofUser))
        return report(SshProblemCode::BadValue, line, *text);
    QString pattern = *text;
    if (atHome)
        pattern = m_query.person.home + text->mid(1);
    else if (!text->startsWith(u'/'))
        pattern = (ofUser ? QString(m_query.person.home + u"/.ssh/") : QStringLiteral("/etc/ssh/")) + *text;
    const QStringList paths = m_files.glob(pattern);
    for (const QString& path : paths)
        includeFile(path, place(argument.column));
}

bool SshConfigReader::mayInclude(const QString& path, const SshPlace& place)
{
    if (m_stack.contains(path))
        report(SshProblemCode::IncludeCycle, {path}, place);
    else if (m_stack.size() > depthLimit)
        report(SshProblemCode::IncludeTooDeep, {path, QString::number(depthLimit)}, place);
    else if (m_filesRead >= fileLimit)
        report(SshProblemCode::TooManyFiles, {path, QString::number(fileLimit)}, place);
    else
        return true;
    return false;
}

void SshConfigReader::includeFile(const QString& path, const SshPlace& place)
{
    if (!mayInclude(path, place))
        return;
    ++m_filesRead;
    const SshFileRead file = m_files.read(path);
    if (file.state == SshFileRead::State::Unreadable)
        report(SshProblemCode::Unreadable, {path}, place);
    const bool active = m_active;
    const bool never = m_never;
    m_never = !active;
    m_stack.append(path);
    m_path = path;
    m_line = 0;
    readBytes(file.bytes);
    m_stack.removeLast();
    m_path = place.file;
    m_line = place.line;
    m_active = active; // Host and Match in there end with it
    m_never = never;
}

} // namespace snowmelt
