// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/packer/packer_run.h"

#include "backend/execution/process.h"
#include "backend/image/elsewhere.h"
#include "backend/image/namespaced_script.h"
#include "backend/image/packer/packer_plugin.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <QUuid>

namespace snowmelt {

namespace {

constexpr std::chrono::seconds cleaningUp{30};
constexpr int linesOfDiagnosis = 24; // a fault and its place, and a list of what Packer knows behind it

/// Listens to the script: which command it is at, and what Packer says.
class PackerEar
{
public:
    PackerEar(const TierJob& job, QByteArray mark, std::shared_ptr<PackerTalk> talk)
        : m_job(job), m_mark(std::move(mark) + ' '), m_talk(std::move(talk))
    {
    }

    void hear(const QByteArray& line)
    {
        if (line.startsWith(m_mark))
            return begin(QString::fromUtf8(line.mid(m_mark.size())));
        tell(m_talk->hear(line));
    }

    void finish() { tell(m_talk->finish()); }

    QString step;

private:
    void tell(const QStringList& lines)
    {
        if (step == u"version")
            return;
        for (const QString& text : lines)
            m_job.emit(LogLine{QStringLiteral("packer"), text});
    }

    void begin(const QString& what)
    {
        finish();
        step = what;
        m_talk->forget();
        if (step == u"build")
            m_job.emit(Progress{Phase::RunningPacker, {m_job.recipe.ref.text()}, 1, 5});
    }

    const TierJob& m_job;
    QByteArray m_mark;
    std::shared_ptr<PackerTalk> m_talk;
};

/// The home of Packer is in the work folder; the plugins of whoever builds are not.
QString pluginFolder(const QProcessEnvironment& persons)
{
    const QString said = persons.value(QStringLiteral("PACKER_PLUGIN_PATH"));
    const QString home = persons.value(QStringLiteral("HOME"), QDir::homePath());
    if (!said.isEmpty())
        return said;
    for (const char* folder : {"/.config/packer/plugins", "/.packer.d/plugins"})
        if (QFileInfo(home + QLatin1String(folder)).isDir())
            return home + QLatin1String(folder);
    return {};
}

QProcessEnvironment packersEnvironment(const QProcessEnvironment& persons)
{
    QProcessEnvironment environment = buildersEnvironment(persons);
    environment.remove(QStringLiteral("SNOWMELT_DEBIAN_MIRROR"));
    environment.insert(QStringLiteral("SOURCE_DATE_EPOCH"), QString::number(timeOfBuilding));
    if (const QString plugins = pluginFolder(persons); !plugins.isEmpty())
        environment.insert(QStringLiteral("PACKER_PLUGIN_PATH"), plugins);
    return environment;
}

QStringList arguments(const TierJob& job, const QString& work, const QByteArray& mark)
{
    const RecipePacker& packer = *job.recipe.recipe.packer;
    QStringList all{work, QString::fromLatin1(mark), QFileInfo(packer.source).fileName()};
    for (const auto& [name, value] : packer.variables.asKeyValueRange())
        all += {QStringLiteral("-var"), name + u'=' + value};
    return all;
}

ProcessSpec packerProcess(const TierJob& job, const QString& work, const QByteArray& mark)
{
    ProcessSpec spec = namespacedScript(work, QStringLiteral("packer.sh"), arguments(job, work, mark));
    spec.environment = packersEnvironment(QProcessEnvironment::systemEnvironment());
    spec.patience = cleaningUp;
    return job.elsewhere ? elsewhere(spec, work, *job.elsewhere) : spec;
}

/// The disk may also be another's: of a machine that Packer makes, or its /tmp in memory.
bool isFull(const QString& folder)
{
    constexpr qint64 hardlyAnything = 16 << 20;
    return QStorageInfo(folder).bytesAvailable() < hardlyAnything;
}

Error packerFailure(const TierJob& job, const QString& step, int exitStatus, const PackerTalk& talk)
{
    const QString image = job.recipe.ref.text();
    const QString source = job.recipe.recipe.packer->source;
    const QByteArray& said = talk.said();
    if (said.toLower().contains("no space left on device") && isFull(job.home))
        return {ErrorCode::DiskFull, {job.home}, lastLines(said)};
    if (step != u"validate")
        return {ErrorCode::PackerFailed, {image, QString::number(exitStatus)}, lastLines(said)};
    const auto plugin = missingPlugin(QString::fromUtf8(said), QVersionNumber::fromString(talk.version()), source);
    if (plugin)
        return {ErrorCode::PackerPluginMissing, {image, plugin->name, plugin->command}, lastLines(said)};
    return {ErrorCode::PackerInvalid, {image, source}, lastLines(said, linesOfDiagnosis)};
}

} // namespace

Task<Done> runPacker(TierJob job, QString work, QList<PackerSecret> secrets, std::shared_ptr<PackerTalk> talk,
                     CallContext context)
{
    const QByteArray mark = "@" + QUuid::createUuid().toByteArray(QUuid::Id128);
    PackerEar ear(job, mark, talk);
    ProcessSpec spec = packerProcess(job, work, mark);
    spec.input = secretsForScript(secrets);
    spec.lineLimit = longestScrubbed;
    spec.onLine = [&ear](const QByteArray& line, bool) { ear.hear(line); };
    const auto ended = co_await runProcess(spec, context);
    ear.finish();
    if (!ended)
        co_return ended.as<Done>();
    if (ended->exitStatus != 0)
        co_return packerFailure(job, ear.step, ended->exitStatus, *talk);
    co_return Done{};
}

} // namespace snowmelt
