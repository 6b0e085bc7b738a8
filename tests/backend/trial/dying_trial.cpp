// SPDX-License-Identifier: GPL-3.0-or-later
// Builds an image, tried on podman, and is killed when it hears a word.
// Usage: dying_trial HOME RUNBASE BLUEPRINT IMAGE WORD
//
// WORD is the code of a Progress and how much of it is done ("bootingImage 1"), a log's line, or "ImageTried".
#include "backend/image/image_builder.h"
#include "backend/platform/podman/podman_platform.h"
#include "backend/trial/image_trials.h"
#include "models/domain/blueprint/parse_blueprint.h"
#include "models/domain/code_names.h"

#include <QCoreApplication>
#include <QCoro/QCoroTask>
#include <QFile>

#include <csignal>

using namespace snowmelt;

namespace {

bool says(const EventBody& body, const QString& word)
{
    if (const auto* progress = std::get_if<Progress>(&body))
        return QString(codeName(progress->phase) + u' ' + QString::number(progress->done)) == word;
    if (const auto* line = std::get_if<LogLine>(&body))
        return line->text == word;
    return std::holds_alternative<ImageTried>(body) && word == u"ImageTried";
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QFile file(arguments.value(3));
    const auto image = ImageRef::parse(arguments.value(4));
    if (!image || !file.open(QIODevice::ReadOnly))
        return 2;
    const Blueprint blueprint = parseBlueprint(file.readAll(), file.fileName()).value;
    PodmanPlatform podman(PodmanOptions{.home = arguments.value(1), .runBase = arguments.value(2)});
    TrialTiming brief;
    brief.testLimit = std::chrono::seconds(5);
    brief.spare = std::chrono::seconds(5);
    ImageTrials trials(
        arguments.value(1), [&podman](const QString&) { return &podman; }, brief);
    ImageBuilder builder(arguments.value(1), {}, &trials);
    const auto hear = [word = arguments.value(5)](const EventBody& body) {
        if (says(body, word))
            ::raise(SIGKILL);
    };
    return QCoro::waitFor(builder.build(blueprint, {*image, true}, hear, {})).ok() ? 0 : 1;
}
