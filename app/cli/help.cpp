// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/help.h"

#include "app/cli/arguments.h"
#include "app/cli/cli_text.h"

#include <algorithm>

namespace snowmelt {
namespace {

constexpr int gap = 2;

void printPairs(Console& console, const QList<QPair<QString, QString>>& pairs)
{
    int widest = 0;
    for (const auto& [left, right] : pairs)
        widest = std::max(widest, columnsOf(left));
    for (const auto& [left, right] : pairs) {
        const QString padding(widest - columnsOf(left) + gap, u' ');
        console.out(Line{{QStringLiteral("  ") + left, TerminalInk::Strong}, {padding + right, TerminalInk::Plain}});
    }
}

QString withPlaceholder(const Option& option)
{
    return option.placeholder.isEmpty() ? option.name : QString(option.name + u' ' + option.placeholder);
}

QList<QPair<QString, QString>> exitStatuses()
{
    return {{QStringLiteral("0"), CliText::tr("done; no differences")},
            {QStringLiteral("1"), CliText::tr("failed")},
            {QStringLiteral("2"), CliText::tr("differences found")},
            {QStringLiteral("3"), CliText::tr("incomplete: something could not be seen")},
            {QStringLiteral("64"), CliText::tr("called wrongly")},
            {QStringLiteral("65"), CliText::tr("the blueprint has errors")},
            {QStringLiteral("75"), CliText::tr("someone else holds the lease")},
            {QStringLiteral("130"), CliText::tr("cancelled")}};
}

/// "snowmelt swap GROUP --to IMAGE@VERSION [options] FILE"
QString usageOf(const Verb& verb)
{
    QStringList parts{QStringLiteral("snowmelt"), verb.name};
    parts += verb.words;
    for (const Option& option : verb.options) {
        const QString text = withPlaceholder(option);
        parts.append(verb.required.contains(option.name) ? text : QString(u'[' + text + u']'));
    }
    parts.append(QStringLiteral("FILE"));
    return parts.join(u' ');
}

} // namespace

void printHelp(Console& console)
{
    console.out(CliText::tr("Snowmelt shows a fleet, finds the snowflakes, builds images and swaps the traffic."));
    console.out(QString());
    printPairs(console, {{QStringLiteral("snowmelt [FILE]"), CliText::tr("open the window")},
                         {QStringLiteral("snowmelt VERB … FILE"), CliText::tr("do one thing with the blueprint FILE")},
                         {QStringLiteral("snowmelt VERB --help"), CliText::tr("say how a verb is called")},
                         {QStringLiteral("snowmelt --version"), CliText::tr("say which version this is")}});
    console.out(QString());
    QList<QPair<QString, QString>> verbs;
    for (const Verb& verb : allVerbs())
        verbs.append({(QStringList{verb.name} + verb.words).join(u' '), verb.summary});
    printPairs(console, verbs);
    console.out(QString());
    console.out(CliText::tr("Exit status"));
    printPairs(console, exitStatuses());
}

void printHelp(Console& console, const Verb& verb)
{
    console.out(Line{{usageOf(verb), TerminalInk::Strong}});
    console.out(verb.summary);
    console.out(QString());
    QList<QPair<QString, QString>> options;
    for (const Option& option : optionsOf(verb))
        options.append({withPlaceholder(option), option.meaning});
    printPairs(console, options);
}

} // namespace snowmelt
