// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/staging.h"

#include "backend/image/durable_file.h"
#include "models/domain/blueprint/birth_template.h"
#include "models/domain/blueprint/named_files.h"

#include <QDir>
#include <QFile>

// A static library's resources are only linked when something refers to them.
static void initBuilderResource()
{
    Q_INIT_RESOURCE(builder);
}

namespace snowmelt {

namespace {

Result<Done> put(const QString& path, const QByteArray& content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || file.write(content) != content.size())
        return writeError(path, errno);
    return Done{};
}

QByteArray resource(const QString& name)
{
    initBuilderResource();
    QFile file(QStringLiteral(":/snowmelt/builder/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// One text, so that a build's key follows all of it.
QByteArray scriptCalled(const QString& name)
{
    QByteArray common = resource(QStringLiteral("host_apt.sh"));
    common.remove(0, common.indexOf("\n\n") + 1);
    return resource(name).replace(". ./host_apt.sh # staging.cpp puts its text here\n", common);
}

QString numbered(qsizetype index)
{
    return QStringLiteral("%1").arg(index, 3, 10, QLatin1Char('0'));
}

struct StagedFile
{
    QString path;
    QByteArray content;
    int mode;
    QString owner;
    QString group;
};

QList<StagedFile> filesOf(const LoadedRecipe& loaded, qsizetype depth)
{
    QList<StagedFile> files;
    for (qsizetype i = 0; i < loaded.recipe.files.size(); ++i) {
        const RecipeFile& file = loaded.recipe.files[i];
        files.append({file.path, loaded.contents[i], file.mode, file.owner, file.group});
    }
    for (qsizetype i = 0; i < loaded.recipe.templates.size(); ++i) {
        const RecipeFile& file = loaded.recipe.templates[i];
        files.append({QString::fromLatin1(birthTemplateFolder()) + file.path, loaded.templates[i], file.mode,
                      file.owner, file.group});
    }
    const QString root = QStringLiteral("root");
    for (qsizetype i = 0; i < loaded.recipe.services.size(); ++i) {
        const RecipeService& service = loaded.recipe.services[i];
        files.append({serviceFile(loaded.recipe.tier, static_cast<int>(i), service.name),
                      "#!/bin/sh\nexec " + service.command.toUtf8() + '\n', 0755, root, root});
    }
    for (qsizetype i = 0; i < loaded.recipe.start.size(); ++i)
        files.append(
            {startFile(depth, i), "#!/bin/sh -e\n" + loaded.recipe.start[i].toUtf8() + '\n', 0755, root, root});
    return files;
}

Result<Done> stageFiles(const LoadedRecipe& loaded, qsizetype depth, const QString& in)
{
    QStringList list;
    const QList<StagedFile> files = filesOf(loaded, depth);
    for (qsizetype i = 0; i < files.size(); ++i) {
        const StagedFile& file = files[i];
        list.append(
            QStringList{numbered(i), QString::number(file.mode, 8), file.owner, file.group, file.path}.join(u'\t'));
        if (auto written = put(in + u"/files/" + numbered(i), file.content); !written)
            return written;
    }
    return put(in + u"/files.list", joined(list));
}

Result<Done> stageCommands(const QStringList& commands, const QString& folder)
{
    for (qsizetype i = 0; i < commands.size(); ++i)
        if (auto written = put(folder + u'/' + numbered(i), commands[i].toUtf8() + '\n'); !written)
            return written;
    return Done{};
}

/// One of apt's deb822 sources, as sources.list(5) has them.
QByteArray sourceText(const RecipeSource& source, const QString& keyring)
{
    QStringList lines{QStringLiteral("Types: deb"), QStringLiteral("URIs: ") + source.uri,
                      QStringLiteral("Suites: ") + source.suite};
    if (!source.components.isEmpty())
        lines.append(QStringLiteral("Components: ") + source.components.join(u' '));
    if (!keyring.isEmpty())
        lines.append(QStringLiteral("Signed-By: ") + keyring);
    return joined(lines);
}

QByteArray usersOf(const Recipe& recipe)
{
    QStringList lines;
    for (const RecipeUser& user : recipe.users)
        lines.append(QStringList{user.name, user.home, user.shell}.join(u'\t'));
    return joined(lines);
}

/// What the image of a locked OS tier says packages come from: what its lock was made from.
QByteArray lockedSourcesOf(const LoadedRecipe& recipe)
{
    return recipe.lock ? joined(recipe.lock->sources) : QByteArray();
}

QString tierWord(Tier tier)
{
    return tier == Tier::Os ? QStringLiteral("os") : QStringLiteral("above");
}

} // namespace

QByteArray joined(const QStringList& lines)
{
    QByteArray text;
    for (const QString& line : lines)
        text += line.toUtf8() + '\n';
    return text;
}

QByteArray builderScript()
{
    return scriptCalled(QStringLiteral("tier.sh"));
}

QByteArray builderOf(const Recipe& recipe)
{
    return recipe.packer ? scriptCalled(QStringLiteral("packer.sh")) : builderScript();
}

QByteArray resolverScript()
{
    return scriptCalled(QStringLiteral("resolve.sh"));
}

Result<Done> stageResource(const QString& name, const QString& work)
{
    return put(work + u'/' + name, scriptCalled(name));
}

QString serviceFile(Tier tier, int position, const QString& name)
{
    constexpr int perTier = 30;
    const int number = 10 + perTier * static_cast<int>(tier) + position;
    return QStringLiteral("/etc/snowmelt/services/%1-%2").arg(number).arg(name);
}

QString startFile(qsizetype depth, qsizetype position)
{
    return QStringLiteral("/etc/snowmelt/start/%1-%2").arg(depth, 2, 10, QLatin1Char('0')).arg(numbered(position));
}

Result<Done> stageSources(const LoadedRecipe& loaded, qsizetype depth, const QString& folder, const QString& keyrings)
{
    for (qsizetype i = 0; i < loaded.recipe.sources.size(); ++i) {
        const QString name = QStringLiteral("snowmelt-%1-%2").arg(depth).arg(numbered(i));
        const QString key = loaded.keys[i].isEmpty() ? QString() : QString(name + keyringSuffix(loaded.keys[i]));
        const QString keyring = key.isEmpty() ? key : QString(keyrings + u'/' + key);
        const QByteArray text = sourceText(loaded.recipe.sources[i], keyring);
        if (auto written = put(folder + u'/' + name + QStringLiteral(".sources"), text); !written)
            return written;
        if (auto written = key.isEmpty() ? Result<Done>(Done{}) : put(folder + u'/' + key, loaded.keys[i]); !written)
            return written;
    }
    return Done{};
}

Result<Done> stage(const LoadedRecipe& recipe, const QStringList& lower, const QString& work)
{
    const QString in = work + QStringLiteral("/in");
    for (const char* folder : {"/in/files", "/in/commands", "/in/before", "/in/sources", "/tmp"})
        if (!QDir().mkpath(work + QLatin1String(folder)))
            return writeError(work, errno);
    const QList<std::pair<QString, QByteArray>> texts{{QStringLiteral("/tier"), tierWord(recipe.recipe.tier).toUtf8()},
                                                      {QStringLiteral("/suite"), recipe.recipe.suite.toUtf8()},
                                                      {QStringLiteral("/lower"), lower.join(u':').toUtf8()},
                                                      {QStringLiteral("/packages"), joined(recipe.recipe.packages)},
                                                      {QStringLiteral("/users"), usersOf(recipe.recipe)},
                                                      {QStringLiteral("/locked-sources"), lockedSourcesOf(recipe)}};
    for (const auto& [name, content] : texts)
        if (auto written = put(in + name, content); !written)
            return written;
    if (auto staged = stageFiles(recipe, lower.size(), in); !staged)
        return staged;
    if (auto staged =
            stageSources(recipe, lower.size(), in + QStringLiteral("/sources"), QStringLiteral("/etc/apt/keyrings"));
        !staged)
        return staged;
    if (auto staged = stageCommands(recipe.recipe.preCommands, in + QStringLiteral("/before")); !staged)
        return staged;
    if (auto staged = stageCommands(recipe.recipe.commands, in + QStringLiteral("/commands")); !staged)
        return staged;
    return stageResource(QStringLiteral("tier.sh"), work);
}

QString commandOf(const Recipe& recipe, const QString& step)
{
    const QString kind = step.section(u' ', 0, 0);
    const int index = step.section(u' ', 1, 1).toInt();
    if (kind == u"before")
        return recipe.preCommands.value(index);
    if (kind == u"commands")
        return recipe.commands.value(index);
    if (kind == u"os")
        return QStringLiteral("mmdebstrap");
    if (kind == u"packages")
        return QStringLiteral("apt-get install");
    return kind;
}

} // namespace snowmelt
