// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"
#include "backend/execution/task.h"
#include "models/domain/ids.h"
#include "models/domain/secret.h"

#include <QProcessEnvironment>
#include <QStringList>

#include <functional>

namespace snowmelt {

/// Whoever has the value of a template's secret variable.
struct SecretSource
{
    /// Empty: they have none.
    std::function<Task<Secret>(ImageRef image, QString variable, CallContext context)> ask;
    /// The image was made with what they gave.
    std::function<void(ImageRef image, QString variable)> worked;
};

struct PackerSecret
{
    QString variable;
    Secret value;
};

/// Of the environment variables that have values of secrets: "SNOWMELT_PACKER_API_TOKEN" that of "api-token".
inline const QString secretPrefix = QStringLiteral("SNOWMELT_PACKER_");
QString secretVariable(const QString& variable);

/// From Snowmelt's environment, else from `source`. SecretUnavailable {"VARIABLE (ITS ENVIRONMENT VARIABLE)"} for the
/// first that nobody has.
Task<QList<PackerSecret>> gatherSecrets(ImageRef image, QStringList variables, SecretSource source,
                                        CallContext context);

/// As packer.sh reads them: the JSON of a file of variables in one line, and a line "NAME BASE64" for each. Empty:
/// there are none.
QByteArray secretsForScript(const QList<PackerSecret>& secrets);

} // namespace snowmelt
