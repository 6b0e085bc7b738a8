// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/probe/told_command.h"

#include "models/domain/drift/probe/open_words.h"
#include "models/domain/drift/probe/piece.h"

#include <algorithm>
#include <iterator>

namespace snowmelt {

namespace {

/// Operands of it are no secrets, nor are the values of these options. What is not here is not told: any word may be a
/// password (smbclient //host/share WORD).
struct ToldProgram
{
    const char* names;         ///< parted by commas, as all lists here
    const char* letters;       ///< options of one letter, with or without a value
    const char* options = "";  ///< whole words
    const char* commands = ""; ///< the first operand is one of these; empty: any
};

// sed is none of them: a log does not tell where its script ends. Nor is what runs another program (env, sh, snap run).
constexpr ToldProgram toldPrograms[] = {
    {"apt,apt-get,aptitude", "yqdVsfmut",
     "--yes,--assume-yes,--no-install-recommends,--install-recommends,--purge,--auto-remove,--autoremove,--reinstall,"
     "--only-upgrade,--allow-downgrades,--allow-change-held-packages,--fix-broken,--quiet,--dry-run,--simulate,"
     "--download-only,--no-remove,--with-new-pkgs"},
    {"apt-mark,service,groupdel", ""},
    {"unattended-upgrade,unattended-upgrades", "dv", "--debug,--dry-run,--verbose"},
    {"dpkg", "ilrPaE",
     "--install,--unpack,--configure,--remove,--purge,--force-all,--force-confold,--force-confnew,--add-architecture"},
    {"dpkg-reconfigure", "fpu"},
    {"rpm", "iUFvhe", "--install,--upgrade,--erase,--nodeps,--force,--replacepkgs"},
    {"dnf,yum,zypper", "yqn", "--assumeyes,--allowerasing,--best,--nobest,--refresh,--security"},
    {"apk", "Uuq", "--no-cache,--update,--upgrade"},
    {"snap", "", "--classic,--edge,--beta,--candidate,--stable,--devmode,--dangerous",
     "install,remove,refresh,revert,enable,disable,start,stop,restart"},
    {"systemctl", "fqt", "--now,--no-block,--user,--system,--runtime,--force,--no-reload"},
    {"chmod", "RvcfrwxXst", "--recursive,+x,+r,+w,+X,+rx,+rX,+s,+t"},
    {"chown,chgrp", "Rvcfh", "--recursive,--no-dereference"},
    {"cp,mv", "aprRfivudTnPLHx", "--archive,--preserve,--recursive,--no-clobber,--parents,--force"},
    {"rm,rmdir", "rRfivdIp", "--recursive,--force,--one-file-system,--parents"},
    {"mkdir", "pvm", "--parents"},
    {"ln", "sfnrvT", "--symbolic,--force"},
    {"install", "dDmogvpCTt", "--directory"},
    {"touch", "acmrdth"},
    {"vi,vim,vim.basic,vim.tiny,sudoedit", "R"},
    {"nano", "wlBRmEiS"},
    {"visudo", "cfqs"},
    {"tee", "ai", "--append"},
    {"crontab", "leriu"},
    {"useradd,adduser", "mMrNUdgGsulo",
     "--system,--create-home,--no-create-home,--user-group,--shell,--home,--home-dir,--gid,--groups,--uid,--ingroup,"
     "--disabled-login,--disabled-password"},
    {"usermod", "aGgdmsulLU", "--append,--groups,--gid,--home,--shell,--uid,--lock,--unlock"},
    {"userdel,deluser", "rf", "--remove,--remove-home"},
    {"groupadd,groupmod", "grfn", "--system,--gid"},
};

bool isOneOf(const char* list, const QByteArray& word)
{
    return QByteArray(list).split(',').contains(word);
}

const ToldProgram* programOf(const QByteArray& word)
{
    const QByteArray name = word.mid(word.lastIndexOf('/') + 1);
    const auto found =
        std::ranges::find_if(toldPrograms, [&name](const ToldProgram& one) { return isOneOf(one.names, name); });
    return found == std::end(toldPrograms) ? nullptr : found;
}

bool isHarmlessOption(const ToldProgram& program, const QByteArray& word)
{
    if (word == "-" || word == "--" || isOneOf(program.options, word))
        return true;
    const QByteArrayView letters(program.letters);
    return word.startsWith('-') && std::ranges::all_of(word.mid(1), [letters](char c) { return letters.contains(c); });
}

/// How many of the words behind the program's name are told.
qsizetype toldCount(const ToldProgram& program, const QList<QByteArray>& words)
{
    bool isFirst = *program.commands != '\0';
    for (qsizetype i = 1; i < words.size(); ++i) {
        const QByteArray& word = words.at(i);
        const bool isOption = word.startsWith('-') || word.startsWith('+'); // vi +/WORD
        const bool isOpen = isOption ? isHarmlessOption(program, word) : !mayTellSecret(word);
        if (!isOpen || (isFirst && !isOption && !isOneOf(program.commands, word)))
            return i - 1;
        isFirst = isFirst && isOption;
    }
    return words.size() - 1;
}

/// An assignment or an address in its place may have a secret in it.
bool isProgramName(const QByteArray& word)
{
    return !word.isEmpty() &&
           std::ranges::none_of(word, [](char c) { return QByteArrayView("=@%:;|&<>()'\"`$").contains(c); });
}

} // namespace

QByteArray toldCommand(const QByteArray& command)
{
    const QByteArray leftOut = "\u2026";
    const QList<QByteArray> words = oneSpaced(command).split(' ');
    if (!isProgramName(words.constFirst()))
        return words.constFirst().isEmpty() ? QByteArray() : leftOut;
    const ToldProgram* const program = programOf(words.constFirst());
    const qsizetype count = 1 + (program ? toldCount(*program, words) : 0);
    QList<QByteArray> told = words.first(count);
    if (count < words.size())
        told.append(leftOut);
    return told.join(' ');
}

} // namespace snowmelt
