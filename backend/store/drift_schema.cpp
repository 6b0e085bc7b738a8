// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/drift_schema.h"

namespace snowmelt {

QList<QStringList> driftMigrations()
{
    return {
        {
            // How each node stood when it was scanned last.
            u"CREATE TABLE node (fleet TEXT NOT NULL, name TEXT NOT NULL, part TEXT NOT NULL, identity TEXT NOT NULL,"
            " scanned_at TEXT NOT NULL, differences INTEGER NOT NULL, hidden INTEGER NOT NULL,"
            " incomplete INTEGER NOT NULL, PRIMARY KEY (fleet, name)) WITHOUT ROWID"_qs,
            u"CREATE TABLE sighting (fleet TEXT NOT NULL, node TEXT NOT NULL, section TEXT NOT NULL,"
            " seen_at TEXT NOT NULL, PRIMARY KEY (fleet, node, section)) WITHOUT ROWID"_qs,
            u"CREATE TABLE blind (fleet TEXT NOT NULL, node TEXT NOT NULL, section TEXT NOT NULL, what BLOB NOT NULL,"
            " seen_at TEXT, PRIMARY KEY (fleet, node, section, what)) WITHOUT ROWID"_qs,
            u"CREATE TABLE difference (number INTEGER PRIMARY KEY, fleet TEXT NOT NULL, node TEXT NOT NULL,"
            " part TEXT NOT NULL, section TEXT NOT NULL, key BLOB NOT NULL, body TEXT NOT NULL, causes TEXT NOT NULL,"
            " hidden INTEGER NOT NULL, absent_at TEXT, first_seen TEXT NOT NULL, last_seen TEXT NOT NULL, gone_at TEXT)"_qs,
            u"CREATE UNIQUE INDEX difference_standing ON difference (fleet, node, section, key) WHERE gone_at IS NULL"_qs,
            u"CREATE INDEX difference_by_time ON difference (fleet, gone_at, first_seen)"_qs,
            u"CREATE INDEX difference_gone ON difference (gone_at) WHERE gone_at IS NOT NULL"_qs,
            u"CREATE TABLE tally (fleet TEXT NOT NULL, part TEXT NOT NULL, at TEXT NOT NULL, nodes INTEGER NOT NULL,"
            " differing INTEGER NOT NULL, differences INTEGER NOT NULL, hidden INTEGER NOT NULL,"
            " incomplete INTEGER NOT NULL, PRIMARY KEY (fleet, part, at)) WITHOUT ROWID"_qs,
            // A look: from `first_at` to `last_at` every one saw the same.
            u"CREATE TABLE look (number INTEGER PRIMARY KEY, fleet TEXT NOT NULL, node TEXT NOT NULL,"
            " first_at TEXT NOT NULL, last_at TEXT NOT NULL, unseen TEXT NOT NULL, accepted INTEGER NOT NULL)"_qs,
            u"CREATE INDEX look_by_node ON look (fleet, node, first_at)"_qs,
            u"CREATE TABLE look_part (look INTEGER NOT NULL, section TEXT NOT NULL, digest TEXT NOT NULL,"
            " size INTEGER NOT NULL, PRIMARY KEY (look, section)) WITHOUT ROWID"_qs,
            u"CREATE INDEX look_part_by_digest ON look_part (digest)"_qs,
        },
        {
            // Of a node with a birth image: it is nobody's baseline.
            u"ALTER TABLE look ADD COLUMN born INTEGER NOT NULL DEFAULT 0"_qs,
        },
        {
            // Which salt its digests were made with; of before this column: whichever is there.
            u"ALTER TABLE look ADD COLUMN salt TEXT NOT NULL DEFAULT ''"_qs,
            u"CREATE INDEX look_of_any_salt ON look (number) WHERE salt = ''"_qs,
            // The days (UTC) on which a fleet was looked at: what age is counted in.
            u"CREATE TABLE looked_on (fleet TEXT NOT NULL, day TEXT NOT NULL, PRIMARY KEY (fleet, day)) WITHOUT ROWID"_qs,
        },
    };
}

} // namespace snowmelt
