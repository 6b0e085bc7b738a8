// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/operation_run.h"
#include "app/cli/values.h"

#include <QFileInfo>

namespace snowmelt {
namespace {

const QString verbName = QStringLiteral("sign");
const QString keyOption = QStringLiteral("--key");

int runSign(const Call& call)
{
    const std::optional<ImageRef> image = namedImage(call, verbName, call.arguments.words.value(0));
    if (!image)
        return exitUsage;
    const QString key = QFileInfo(call.arguments.value(keyOption)).absoluteFilePath();
    return exitCode(act(call, SignImageIntent{*image, key}).outcome);
}

} // namespace

Verb signVerb()
{
    Verb verb;
    verb.name = verbName;
    verb.summary = CliText::tr("sign a built image with an ssh key; ssh-keygen asks for a passphrase itself");
    verb.words = {QStringLiteral("IMAGE[@VERSION]")};
    verb.options = {
        {keyOption, QStringLiteral("KEY"),
         CliText::tr("the file of the private key, or of the public key when ssh-agent has the private one")}};
    verb.required = {keyOption};
    verb.run = runSign;
    return verb;
}

} // namespace snowmelt
