// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "app/cli/cli_text.h"
#include "app/cli/lab.h"
#include "models/domain/blueprint/nearest.h"

#include <algorithm>

namespace snowmelt {
namespace {

class ArgumentParser
{
public:
    ArgumentParser(const Verb& verb, QStringList rest)
        : m_verb(verb), m_options(optionsOf(verb)), m_rest(std::move(rest))
    {
    }
    ParsedArguments parse();

private:
    void takeOption(const QString& word);
    void takeValue(const QString& name, const std::optional<QString>& attached);
    void takePlain();
    const Option* find(const QString& name) const;
    QString unknown(const QString& name) const;

    const Verb& m_verb;
    QList<Option> m_options;
    QStringList m_rest;
    QStringList m_plain;
    ParsedArguments m_parsed;
};

ParsedArguments ArgumentParser::parse()
{
    while (!m_rest.isEmpty() && m_parsed.ok()) {
        const QString word = m_rest.takeFirst();
        if (word == u"--")
            m_plain.append(std::exchange(m_rest, {}));
        else if (word.startsWith(u'-') && word.size() > 1)
            takeOption(word);
        else
            m_plain.append(word);
    }
    if (m_parsed.ok() && !m_parsed.helpWanted)
        takePlain();
    return m_parsed;
}

const Option* ArgumentParser::find(const QString& name) const
{
    const auto found =
        std::find_if(m_options.begin(), m_options.end(), [&](const Option& option) { return option.name == name; });
    return found == m_options.end() ? nullptr : &*found;
}

QString ArgumentParser::unknown(const QString& name) const
{
    QStringList names;
    for (const Option& option : m_options)
        names.append(option.name);
    const QString near = nearest(name, names);
    return near.isEmpty() ? CliText::tr("“%1” has no option %2.").arg(m_verb.name, name)
                          : CliText::tr("“%1” has no option %2; did you mean %3?").arg(m_verb.name, name, near);
}

void ArgumentParser::takeOption(const QString& word)
{
    const qsizetype equals = word.indexOf(u'=');
    const QString name = equals < 0 ? word : word.left(equals);
    const auto attached = equals < 0 ? std::nullopt : std::optional(word.mid(equals + 1));
    const Option* option = find(name);
    if (name == u"--help" || name == u"-h")
        m_parsed.helpWanted = true;
    else if (!option)
        m_parsed.fault = unknown(name);
    else if (m_parsed.arguments.has(name) && !option->repeats)
        m_parsed.fault = CliText::tr("%1 is given twice.").arg(name);
    else if (!option->placeholder.isEmpty())
        takeValue(name, attached);
    else if (attached)
        m_parsed.fault = CliText::tr("%1 takes no value.").arg(name);
    else
        m_parsed.arguments.options.insert(name, {QString()});
}

void ArgumentParser::takeValue(const QString& name, const std::optional<QString>& attached)
{
    const QString value = attached || m_rest.isEmpty() ? attached.value_or(QString()) : m_rest.takeFirst();
    if (value.trimmed().isEmpty())
        m_parsed.fault = CliText::tr("%1 needs a value: %2.").arg(name, find(name)->placeholder);
    else
        m_parsed.arguments.options[name].append(value);
}

/// The verb's words in order, then FILE unless --lab stands for it.
void ArgumentParser::takePlain()
{
    const bool lab = m_parsed.arguments.has(QStringLiteral("--lab"));
    QStringList wanted = m_verb.freeWords ? QStringList() : m_verb.words;
    if (!lab)
        wanted.append(QStringLiteral("FILE"));
    if (m_plain.size() < wanted.size()) {
        m_parsed.fault = CliText::tr("%1 is missing.").arg(wanted[m_plain.size()]);
        return;
    }
    if (m_plain.size() > wanted.size() && !m_verb.freeWords) {
        m_parsed.fault = CliText::tr("“%1” is one argument too many.").arg(m_plain[wanted.size()]);
        return;
    }
    for (const QString& option : m_verb.required) {
        if (!m_parsed.arguments.has(option)) {
            m_parsed.fault = CliText::tr("%1 is missing.").arg(QString(option + u' ' + find(option)->placeholder));
            return;
        }
    }
    m_parsed.arguments.file = lab ? labBlueprintPath() : m_plain.takeLast();
    m_parsed.arguments.words = m_plain;
    if (m_verb.fault)
        m_parsed.fault = m_verb.fault(m_parsed.arguments);
}

} // namespace

QStringList Arguments::list(const QString& option) const
{
    QStringList all;
    for (const QString& value : options.value(option)) {
        for (const QString& one : value.split(u',', Qt::SkipEmptyParts))
            all.append(one.trimmed());
    }
    all.removeDuplicates();
    return all;
}

QList<Option> optionsOf(const Verb& verb)
{
    QList<Option> options = verb.options;
    if (verb.asks)
        options.append({QStringLiteral("--yes"), {}, CliText::tr("go on without asking")});
    if (verb.takesLease)
        options.append(
            {QStringLiteral("--take-over"), QStringLiteral("REASON"),
             CliText::tr("take the lease from whoever holds it; they are told the reason, and the journal keeps it")});
    options.append({QStringLiteral("--lab"), {}, CliText::tr("use the bundled lab in place of FILE")});
    options.append({QStringLiteral("--json"), {}, CliText::tr("write JSON, and nothing else, to stdout")});
    return options;
}

ParsedArguments parseArguments(const Verb& verb, const QStringList& words)
{
    return ArgumentParser(verb, words).parse();
}

} // namespace snowmelt
