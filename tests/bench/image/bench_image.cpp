// SPDX-License-Identifier: GPL-3.0-or-later
// How long it takes to build images: the OS tier from zero, beside mmdebstrap alone with the same suite, packages and
// mirror, in turns; and the tier of an application alone, its source changed, on parents that are there.
//
// Ours packs, hashes, inventories and stores what mmdebstrap alone leaves as a tar. Each OS tier begins with nothing in
// its data folder; each of both has an empty disk of its own (fresh_disk.h says why). The mirror is asked by both: run
// it near one.
//
// --json FILE (or - for standard output, the table then goes to standard error):
//   {"schema": "snowmelt.bench/1", "suite", "os", "image", "mirror", "rounds", "osByBare", "withinBudget",
//    "figures": [{"name", "wallMs": of each round, "medianMs"}]}
//
// Exit status: 0 measured; 1 a build failed; 2 the arguments are wrong; 3 --strict was given and the budget was
// exceeded.
#include "backend/image/recipe_chain.h"
#include "models/domain/blueprint/parse_blueprint.h"
#include "tests/bench/bench_options.h"
#include "tests/bench/image/fresh_disk.h"
#include "tests/bench/image/image_figures.h"
#include "tests/bench/image/image_runs.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

using namespace snowmelt;
using namespace snowmelt::bench;

namespace {

struct ImageRace
{
    Blueprint blueprint; ///< a copy whose files may be changed
    QList<LoadedRecipe> chain;
    QString source; ///< a file of the application
    QString mirror;
    int rounds = 0;
};

void describe(QCommandLineParser& parser)
{
    parser.setApplicationDescription(QStringLiteral(
        "Measures building an OS tier beside mmdebstrap alone, and an application's tier alone.\n"
        "Exit status: 0 measured, 1 something failed, 2 wrong arguments, 3 over the budget (--strict)."));
    parser.addOption(option("blueprint", "Whose images are built.", "FILE", SNOWMELT_LAB));
    parser.addOption(option("image", "The application; its lowest parent is the OS tier.", "IMAGE", "shop@1.0.0"));
    parser.addOption(option("mirror", "Where both fetch from; otherwise where this machine's apt does.", "URL"));
    parser.addOption(option("rounds", "How often each.", "N", "3"));
    parser.addOption(option("strict", "Exit with 3 when the budget is exceeded."));
    parser.addOption(option("quick", "One round, to see that everything works."));
    parser.addOption(option("json", "Writes the figures to a file; - is standard output.", "FILE"));
}

bool writeFigures(const QString& path, const ImageConditions& conditions, const QList<ImageFigure>& figures)
{
    const bool jsonOut = path == u"-";
    QTextStream(jsonOut ? stderr : stdout) << toText(conditions, figures);
    if (path.isEmpty())
        return true;
    QFile file(path);
    const bool open = jsonOut ? file.open(stdout, QIODevice::WriteOnly) : file.open(QIODevice::WriteOnly);
    return open && file.write(QJsonDocument(toJson(conditions, figures)).toJson()) > 0 && file.flush();
}

/// The first file of the topmost recipe, in the copy.
QString sourceOf(const Blueprint& blueprint, const QList<LoadedRecipe>& chain)
{
    const ImageSource* image = blueprint.findImage(chain.last().ref);
    for (const RecipeFile& file : chain.last().recipe.files)
        if (!file.source.isEmpty())
            return QFileInfo(blueprint.folder() + u'/' + image->recipe).path() + u'/' + file.source;
    return {};
}

Result<ImageRace> raceOf(const QString& file, const ImageRef& image, const QString& folder)
{
    const QString copy = folder + QStringLiteral("/blueprint");
    QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-a"), QFileInfo(file).absolutePath(), copy});
    QFile text(copy + u'/' + QFileInfo(file).fileName());
    if (!text.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, {file}, text.errorString()};
    ImageRace race;
    race.blueprint = parseBlueprint(text.readAll(), text.fileName()).value;
    auto chain = loadChain(race.blueprint, image);
    if (!chain)
        return chain.as<ImageRace>();
    race.chain = chain.take();
    race.source = sourceOf(race.blueprint, race.chain);
    return race;
}

bool changeApplication(const QString& source, int round)
{
    QFile file(source);
    const QByteArray line = "# round " + QByteArray::number(round) + '\n';
    return file.open(QIODevice::Append) && file.write(line) == line.size();
}

bool note(const TimedRun& run, ImageFigure& figure)
{
    if (run.failure.isEmpty())
        figure.wallMs.append(run.wallMs);
    else
        complain(Failed, run.failure);
    return run.failure.isEmpty();
}

void tellOf(const FreshDisk& disk)
{
    if (!disk.failure().isEmpty())
        QTextStream(stderr) << "on a disk where trees come and go: " << disk.failure() << '\n';
}

/// Each round begins with the other one, so that neither is always the first to ask the mirror.
bool raceOs(const ImageRace& race, const QString& folder, ImageFigure& bare, ImageFigure& ours)
{
    for (int round = 0; round < race.rounds; ++round)
        for (const bool isBare : {round % 2 == 0, round % 2 != 0}) {
            const FreshDisk disk(folder);
            tellOf(disk);
            const bool ran = isBare ? note(runBare(race.chain.first().recipe, race.mirror, disk.path()), bare)
                                    : note(runOurs(race.blueprint, race.chain.first().ref, disk.path()), ours);
            if (!ran)
                return false;
        }
    return true;
}

bool raceOwnTier(const ImageRace& race, const QString& folder, ImageFigure& own)
{
    const ImageRef image = race.chain.last().ref;
    const FreshDisk disk(folder);
    tellOf(disk);
    if (const TimedRun first = runOurs(race.blueprint, image, disk.path()); !first.failure.isEmpty())
        return complain(Failed, first.failure) == Fine;
    for (int round = 0; round < race.rounds; ++round)
        if (!changeApplication(race.source, round) || !note(runOurs(race.blueprint, image, disk.path()), own))
            return false;
    return true;
}

int run(const QCommandLineParser& parser, const ImageRace& race, const QString& folder)
{
    const ImageConditions conditions{race.chain.first().recipe.suite, race.chain.first().ref.text(),
                                     race.chain.last().ref.text(), race.mirror, race.rounds};
    ImageFigure bare{bareName, {}};
    ImageFigure ours{osName, {}};
    ImageFigure own{ownTierName, {}};
    if (!raceOs(race, folder, bare, ours) || !raceOwnTier(race, folder, own))
        return Failed;
    const QList<ImageFigure> figures{bare, ours, own};
    if (!writeFigures(parser.value(QStringLiteral("json")), conditions, figures))
        return complain(Failed, QStringLiteral("cannot write ") + parser.value(QStringLiteral("json")));
    return parser.isSet(QStringLiteral("strict")) && !withinImageBudget(figures) ? OverBudget : Fine;
}

} // namespace

int main(int argc, char** argv)
{
    const bool mountsHidden = hideMounts();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("bench_image"));
    QCommandLineParser parser;
    describe(parser);
    if (const std::optional<int> ended = endsAtOnce(parser))
        return *ended;
    const auto rounds = numbers(parser.value(QStringLiteral("rounds")), 1000);
    const auto image = ImageRef::parse(parser.value(QStringLiteral("image")));
    if (!rounds || rounds->size() != 1 || !image || !parser.positionalArguments().isEmpty())
        return complain(WrongArguments, QStringLiteral("see --help"));
    if (!mountsHidden)
        return complain(Failed, QStringLiteral("building, and a disk of its own, need root"));
    const QTemporaryDir folder;
    auto race = raceOf(parser.value(QStringLiteral("blueprint")), *image, folder.path());
    if (!race)
        return complain(Failed, race.error().args.join(u' ') + u' ' + race.error().detail);
    ImageRace ready = race.take();
    if (ready.source.isEmpty() || ready.chain.size() < 2)
        return complain(WrongArguments, image->text() + QStringLiteral(" has no file of its own, or no parent"));
    ready.rounds = parser.isSet(QStringLiteral("quick")) ? 1 : rounds->first();
    const QString asked = parser.value(QStringLiteral("mirror"));
    ready.mirror = asked.isEmpty() ? mirrorOf(ready.chain.first().recipe.suite) : asked;
    if (!ready.mirror.isEmpty())
        qputenv("SNOWMELT_DEBIAN_MIRROR", ready.mirror.toUtf8());
    return run(parser, ready, folder.path());
}
