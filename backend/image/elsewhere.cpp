// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/elsewhere.h"

#include "backend/image/staging.h"

#include <algorithm>

namespace snowmelt {

namespace {

// apt and mmdebstrap read the proxies in both spellings.
bool isForBuilder(const QString& name)
{
    return name == u"PATH" || name == u"APT_CONFIG" || name == u"SNOWMELT_DEBIAN_MIRROR" ||
           name.endsWith(u"_proxy", Qt::CaseInsensitive);
}

} // namespace

QProcessEnvironment buildersEnvironment(const QProcessEnvironment& persons)
{
    QProcessEnvironment environment;
    const QStringList names = persons.keys();
    for (const QString& name : names)
        if (isForBuilder(name))
            environment.insert(name, persons.value(name));
    environment.insert(QStringLiteral("HOME"), QStringLiteral("/root"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
    return environment;
}

QProcessEnvironment strangersEnvironment(QProcessEnvironment environment)
{
    const QList<std::pair<const char*, const char*>> others{{"TZ", "Pacific/Kiritimati"},  {"LANG", "ko_KR.UTF-8"},
                                                            {"LANGUAGE", "ko:fr"},         {"LC_ALL", "ko_KR.UTF-8"},
                                                            {"USER", "stranger"},          {"LOGNAME", "stranger"},
                                                            {"HOME", "/nonexistent"},      {"DEBIAN_PRIORITY", "low"},
                                                            {"POSIXLY_CORRECT", "1"},      {"TERM", "vt100"},
                                                            {"XZ_DEFAULTS", "--threads=2"}};
    for (const auto& [name, value] : others)
        environment.insert(QLatin1String(name), QLatin1String(value));
    return environment;
}

Result<Done> stageElsewhere(const QString& work)
{
    return stageResource(QStringLiteral("elsewhere.sh"), work);
}

ProcessSpec elsewhere(ProcessSpec script, const QString& work, qint64 expectedBytes)
{
    const auto isScript = [&](const QString& each) { return each.startsWith(QString(work + u'/')); };
    const qsizetype at =
        std::find_if(script.arguments.begin(), script.arguments.end(), isScript) - script.arguments.begin();
    script.arguments.insert(at, work + QStringLiteral("/elsewhere.sh"));
    script.arguments.insert(at + 1, QString::number(expectedBytes));
    return script;
}

} // namespace snowmelt
