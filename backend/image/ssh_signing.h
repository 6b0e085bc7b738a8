// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"
#include "backend/execution/task.h"
#include "models/domain/image/papers/image_signature.h"
#include "models/domain/image_record.h"

namespace snowmelt {

/// Signatures of images, made and checked by OpenSSH's own ssh-keygen (ssh-keygen(1), -Y).

struct MadeSignature
{
    QByteArray armored;
    SignerKey key;
    QString signer; ///< the key's comment; empty: it has none, or its public half is no file beside it
};
/// Signs an image. `keyFile`: of the private key, or of the public one when ssh-agent has the private one. A passphrase
/// is asked for by ssh-keygen, on the terminal. FileUnreadable, ToolMissing, ProcessFailed with what it says.
Task<MadeSignature> signImage(ImageRef image, Digest digest, QString keyFile, CallContext context);

/// Who may sign, as files beside the blueprint.
struct SignerFiles
{
    QString allowed; ///< ALLOWED SIGNERS of ssh-keygen(1); empty: whoever signs, nobody is asked
    QString revoked; ///< of ssh-keygen -r: public keys or a KRL; empty: none
};
/// "allowed_signers" and "revoked_signers" in this folder, where they are there.
SignerFiles signerFilesIn(const QString& folder);

/// Passes when one of `signatures` is of this image and digest, by a key that `files` allow now. SignatureInvalid
/// {image, signer}: the signer is empty when there is none to name.
Task<Done> checkSignatures(ImageRef image, Digest digest, QList<QByteArray> signatures, SignerFiles files,
                           CallContext context);

} // namespace snowmelt
