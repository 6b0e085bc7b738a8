// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <limits>
#include <optional>

namespace snowmelt::bench {

enum ExitStatus { Fine = 0, Failed = 1, WrongArguments = 2, OverBudget = 3 };

inline QCommandLineOption option(const char* name, const char* text, const char* value = nullptr,
                                 const char* usual = nullptr)
{
    return {QLatin1String(name), QLatin1String(text), QLatin1String(value ? value : ""),
            QLatin1String(usual ? usual : "")};
}

/// "3,10,50": each from 1 to `most`.
inline std::optional<QList<int>> numbers(const QString& text, int most = std::numeric_limits<int>::max())
{
    QList<int> list;
    for (const QString& word : text.split(u',')) {
        bool isNumber = false;
        list.append(word.toInt(&isNumber));
        if (!isNumber || list.last() < 1 || list.last() > most)
            return {};
    }
    return list;
}

/// Says it under the program's name; returns `status`.
inline int complain(int status, const QString& text)
{
    QTextStream(stderr) << QCoreApplication::applicationName() << QStringLiteral(": ") << text << u'\n';
    return status;
}

/// Reads the arguments of this program. What it ends with at once: they are wrong, or help was asked for.
inline std::optional<int> endsAtOnce(QCommandLineParser& parser)
{
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("This text.")});
    if (!parser.parse(QCoreApplication::arguments()))
        return complain(WrongArguments, parser.errorText());
    if (!parser.isSet(QStringLiteral("help")))
        return std::nullopt;
    QTextStream(stdout) << parser.helpText();
    return Fine;
}

} // namespace snowmelt::bench
