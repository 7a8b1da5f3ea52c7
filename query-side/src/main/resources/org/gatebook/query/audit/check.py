#!/usr/bin/env python3
"""Checks an audit package with nothing but what comes with Python: python3 check.py [--key NAME+ID+KEY] [FOLDER]

One file, because it travels in the package. Each step is a function below; each difference is a line. Ends with 1 when there is one. What is computed and why is
written down in ADR 0039, how events are hashed in ADR 0034 of Gatebook.
"""

import base64
import csv
import hashlib
import json
import sys
from collections import defaultdict
from datetime import datetime, timezone
from decimal import Decimal
from pathlib import Path

differences = []
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def differs(what, text):
    differences.append(what)
    if len(differences) <= 100:
        print(f"{what}: {text}")


# -- files --


def check_files(root, manifest):
    listed = {file["path"]: file for file in manifest["files"]}
    unlisted = {"manifest.json", "manifest.json.sig"}
    there = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    for path in sorted(there - set(listed) - unlisted):
        differs(path, "is not in the manifest")
    for path, file in listed.items():
        if path not in there:
            differs(path, "is missing")
            continue
        digest = hashlib.sha256()
        with open(root / path, "rb") as content:
            for chunk in iter(lambda: content.read(1 << 20), b""):
                digest.update(chunk)
        if digest.hexdigest() != file["sha256"]:
            differs(path, "CHANGED: its checksum is not that of the manifest")
    print(f"{len(listed)} files compared with their checksums")


# -- signatures: Ed25519 as RFC 8032 has it; slow, and enough for two signatures --

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P


def recover(encoded):
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or y >= P or (x == 0 and sign):
        raise ValueError("no point of the curve")
    return (x if x & 1 == sign else P - x, y)


def add(a, b):
    t = D * a[0] * b[0] * a[1] * b[1] % P
    return ((a[0] * b[1] + b[0] * a[1]) * pow(1 + t, -1, P) % P, (a[1] * b[1] + a[0] * b[0]) * pow(1 - t, -1, P) % P)


def times(number, point):
    result = (0, 1)
    while number:
        if number & 1:
            result = add(result, point)
        point, number = add(point, point), number >> 1
    return result


BASE = recover((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def ed25519(key, message, signature):
    try:
        r, a, s = recover(signature[:32]), recover(key), int.from_bytes(signature[32:], "little")
    except ValueError:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    return len(signature) == 64 and s < ORDER and times(s, BASE) == add(r, times(h, a))


def signed_text(note, verifier, what):
    """The text of a signed note (C2SP signed-note), if the key has signed it."""
    name, key_id, key = verifier.split("+", 2)
    public = base64.b64decode(key)[1:]
    text, _, signatures = note.rpartition("\n\n")
    text += "\n"
    for line in signatures.splitlines():
        signer, _, blob = line.removeprefix("\u2014 ").rpartition(" ")
        bytes_ = base64.b64decode(blob)
        if signer == name and bytes_[:4].hex() == key_id and ed25519(public, text.encode(), bytes_[4:]):
            return text
    differs(what, f"is not signed by {verifier}")
    return text


def check_manifest(root, verifier):
    content = (root / "manifest.json").read_bytes()
    signature = root / "manifest.json.sig"
    if not signature.exists():
        differs("manifest.json.sig", "is missing: nobody vouches for the tables")
        return
    text = signed_text(signature.read_text("utf-8"), verifier, "manifest.json.sig")
    expected = "gatebook-audit-package-1\nmanifest.json\nsha256 " + hashlib.sha256(content).hexdigest() + "\n"
    if text != expected:
        differs("manifest.json", "CHANGED: it is not the one that was signed")


# -- events and the tree of the log (RFC 6962) --


def leaf_hash(event):
    moment = datetime.strptime(event["recorded_at"], "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=timezone.utc) - EPOCH
    micros = (moment.days * 86400 + moment.seconds) * 1000000 + moment.microseconds
    columns = ["gatebook-event-1", event["position"], micros, event["event_id"], event["aggregate_type"],
               event["aggregate_id"], event["sequence"], event["name"], event["revision"], event["organizer"],
               event["payload"], event["metadata"]]
    content = b"\0"
    for column in columns:
        field = str(column).encode("utf-8")
        content += len(field).to_bytes(4, "big") + field
    return hashlib.sha256(content).digest()


def root_of(first, end, size, leaves, beside):
    """The root over all leaves of the log: those of the period, and the hashes of what lies beside them."""

    def over(begin, stop):
        if stop <= first or begin >= end:
            return next(beside)
        if stop - begin == 1:
            at = (begin - first) * 32
            return leaves[at:at + 32]
        middle = begin + (1 << ((stop - begin - 1).bit_length() - 1))
        return hashlib.sha256(b"\1" + over(begin, middle) + over(middle, stop)).digest()

    root = over(0, size)
    if next(beside, None) is not None:
        raise ValueError
    return root


def check_tree(root, manifest, verifier):
    leaves = (root / "proof/leaves.bin").read_bytes()
    text = signed_text((root / "proof/checkpoint").read_text("utf-8"), verifier, "proof/checkpoint")
    name, size, expected = text.splitlines()[:3]
    if name != verifier.split("+")[0]:
        differs("proof/checkpoint", f"is one of another log, {name}")
    first, end = manifest["leaves"]["first"], manifest["leaves"]["end"]
    beside = iter([base64.b64decode(hash_) for hash_ in manifest["leaves"]["beside"]])
    if len(leaves) != (end - first) * 32:
        differs("proof/leaves.bin", f"has {len(leaves) // 32} hashes and not {end - first}")
    else:
        try:
            if root_of(first, end, int(size), leaves, beside) != base64.b64decode(expected):
                differs("proof/leaves.bin", "CHANGED: its hashes do not lead to the root of the signed checkpoint")
        except (StopIteration, ValueError):
            differs("manifest.json", "has not the hashes that its leaves need")
    print(f"leaves {first} to {end} of the {size} events of {name}")
    return leaves


def check_events(root, manifest, leaves):
    """Each event has its leaf, and none is missing within its stream. Returns the positions."""
    positions, next_of, last, number = set(), {}, -1, 0
    first = manifest["leaves"]["first"]
    with open(root / "events/events.jsonl", encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, 1):
            where = f"events/events.jsonl line {number}"
            try:
                event = json.loads(line)
                at = (event["leaf"] - first) * 32
                stream, sequence, position = event["aggregate_id"], event["sequence"], event["position"]
                hash_ = leaf_hash(event)
            except (ValueError, KeyError, TypeError) as fault:
                differs(where, f"is no event: {fault}")
                continue
            if at < 0 or leaves[at:at + 32] != hash_:
                differs(where, f"CHANGED or ADDED: position {position}, {stream}, has not the hash of its leaf")
            if event["leaf"] <= last:
                differs(where, f"DOUBLED or REORDERED: position {position}, {stream}")
            if not manifest["after_position"] < position <= manifest["up_to_position"]:
                differs(where, f"position {position} is not in the period")
            expected = next_of.get(stream, sequence)
            if sequence != expected:
                differs(where, f"REMOVED: before position {position}, event {expected} of {stream} is missing")
            next_of[stream] = sequence + 1
            last = event["leaf"]
            positions.add(position)
    if number != manifest["events"]:
        differs("events/events.jsonl", f"has {number} lines, the manifest says {manifest['events']}")
    print(f"{number} events compared with their hashes")
    return positions


# -- tables --


def rows(root, table):
    with open(root / table, encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter=";")


def amount(row, column):
    return Decimal(row[column])


def check_books(root, folder, positions):
    entries, orders, accounts = defaultdict(Decimal), defaultdict(Decimal), defaultdict(lambda: [Decimal(0), Decimal(0)])
    for row in rows(root, f"{folder}/journal.csv"):
        debit, credit = amount(row, "debit"), amount(row, "credit")
        entries[row["entry"], row["currency"]] += debit - credit
        account = accounts[row["account"], row["currency"], row["tax_rate"]]
        account[0] += debit
        account[1] += credit
        if row["account"] == "receivable":
            orders[row["order"], row["currency"]] += debit - credit
        if int(row["entry"]) not in positions:
            differs(f"{folder}/journal.csv", f"entry {row['entry']} names an event that is not in the package")
    for (entry, currency), rest in entries.items():
        if rest:
            differs(f"{folder}/journal.csv", f"entry {entry}: debits and credits differ by {rest} {currency}")
    of_orders = defaultdict(Decimal)
    for row in rows(root, f"{folder}/orders.csv"):
        closing, moved = amount(row, "closing"), amount(row, "debit") - amount(row, "credit")
        if amount(row, "opening") + moved != closing:
            differs(f"{folder}/orders.csv", f"order {row['order']}: opening, debit, credit do not make the closing balance")
        of_orders[row["order"], row["currency"]] += moved
    for key in sorted(set(orders) | set(of_orders)):
        if orders[key] != of_orders[key]:
            differs(f"{folder}/orders.csv", f"order {key[0]}: {of_orders[key]} {key[1]}, the journal has {orders[key]}")
    closing = defaultdict(Decimal)
    for row in rows(root, f"{folder}/accounts.csv"):
        key = row["account"], row["currency"], row["tax_rate"]
        name = " ".join(filter(None, key))
        debit, credit = accounts.pop(key, [Decimal(0), Decimal(0)])
        if (amount(row, "debit"), amount(row, "credit")) != (debit, credit):
            differs(f"{folder}/accounts.csv", f"account {name}: the journal has {debit} and {credit}")
        if amount(row, "opening") + amount(row, "debit") - amount(row, "credit") != amount(row, "closing"):
            differs(f"{folder}/accounts.csv", f"account {name}: its closing balance does not follow")
        closing[row["currency"]] += amount(row, "closing")
    for key in accounts:
        differs(f"{folder}/accounts.csv", f"account {' '.join(filter(None, key))} is missing")
    for currency, rest in closing.items():
        if rest:
            differs(f"{folder}/accounts.csv", f"debits and credits of all accounts differ by {rest} {currency}")
    print(f"{folder}: {len(entries)} entries, {len(of_orders)} orders")


def check_cards(root, folder):
    moved, balance, currencies = defaultdict(lambda: [Decimal(0), Decimal(0)]), {}, {}
    for row in rows(root, f"{folder}/gift_card_transactions.csv"):
        card, value = row["card"], amount(row, "amount")
        moved[card][0 if value > 0 else 1] += abs(value)
        if card in balance and balance[card] + value != amount(row, "balance"):
            differs(f"{folder}/gift_card_transactions.csv", f"card {card}, entry {row['entry']}: its balance does not follow")
        balance[card], currencies[card] = amount(row, "balance"), row["currency"]
    cards = 0
    for row in rows(root, f"{folder}/gift_cards.csv"):
        card, cards = row["card"], cards + 1
        loaded, spent = moved.pop(card, [Decimal(0), Decimal(0)])
        if (amount(row, "loaded"), amount(row, "spent")) != (loaded, spent):
            differs(f"{folder}/gift_cards.csv", f"card {card}: its transactions come to {loaded} and {spent}")
        if amount(row, "opening") + loaded - spent != amount(row, "closing"):
            differs(f"{folder}/gift_cards.csv", f"card {card}: its closing balance does not follow")
        if balance.get(card, amount(row, "closing")) != amount(row, "closing"):
            differs(f"{folder}/gift_cards.csv", f"card {card}: its last transaction leaves {balance[card]}")
    for card in moved:
        differs(f"{folder}/gift_cards.csv", f"card {card} is missing")
    print(f"{folder}: {cards} gift cards")


def check_invoices(root, manifest, folder):
    """Returns the numbers of the documents that were made in the period, by range."""
    sums, documents, numbers = {}, 0, defaultdict(list)
    for row in rows(root, f"{folder}/invoice_lines.csv"):
        gross, tax = sums.get(row["invoice"], (Decimal(0), Decimal(0)))
        sums[row["invoice"]] = gross + amount(row, "gross"), tax + amount(row, "tax")
    for row in rows(root, f"{folder}/invoices.csv"):
        documents += 1
        gross, tax = sums.pop(row["invoice"], (Decimal(0), Decimal(0)))
        if (amount(row, "gross"), amount(row, "tax")) != (gross, tax):
            differs(f"{folder}/invoices.csv", f"invoice {row['invoice']}: its lines come to {gross}, tax {tax}")
        if row["number"].isdigit() and int(row["entry"]) > manifest["after_position"]:
            numbers[row["prefix"]].append(int(row["number"]))
    for invoice in sums:
        differs(f"{folder}/invoices.csv", f"invoice {invoice} is missing")
    print(f"{folder}: {documents} invoices and cancellations")
    return numbers


def check_numbers(root, manifest, numbers):
    spans = defaultdict(list)
    for row in rows(root, "books/invoice_number_gaps.csv"):
        if row["finding"] == "left_out":
            spans[row["prefix"]].append((int(row["from"]), int(row["to"])))
    for row in rows(root, "books/invoice_number_ranges.csv"):
        found, where = numbers.pop(row["prefix"], []), f"books/invoice_number_ranges.csv range {row['prefix']}"
        # A package of one event has the other documents of a range elsewhere.
        if manifest["event"] is None and len(found) != int(row["documents"]):
            differs(where, f"says {row['documents']} documents, there are {len(found)}")
        # What was left out when a backup was restored has no document and lacks none.
        left_out, before = spans.pop(row["prefix"], []), int(row["before"])
        highest = max([*found, *(last for _, last in left_out)], default=0)
        there = {number for number in found if number > before and not any(a <= number <= b for a, b in left_out)}
        count = sum(last - first + 1 for first, last in left_out)
        missing = max(highest - before, 0) - len(there) - count
        if count != int(row["left_out"]):
            differs(where, f"says {row['left_out']} numbers were left out, books/invoice_number_gaps.csv names {count}")
        if manifest["event"] is None and missing != int(row["missing"]):
            differs(where, f"says {row['missing']} numbers are missing, there are {missing}")
        for finding in ("missing", "left_out", "doubled", "out_of_order"):
            if int(row[finding]):
                print(f"NOTE {where}: {row[finding]} {finding}; books/invoice_number_gaps.csv names them")
    for prefix in {**numbers, **spans}:
        differs("books/invoice_number_ranges.csv", f"range {prefix} is missing")


def check(root, key):
    manifest = json.loads((root / "manifest.json").read_text("utf-8"))
    if manifest["format"] != "gatebook-audit-package-1":
        sys.exit(f"this checks gatebook-audit-package-1, not {manifest['format']}")
    print(f"package of {manifest['organizer']}, {manifest['event'] or 'all events'}: "
          f"{manifest['from']} to {manifest['to']}, positions {manifest['after_position'] + 1} to {manifest['up_to_position']}")
    own = (root / "proof/public-key").read_text("utf-8").strip()
    print(f"{'trusted' if key else 'UNCONFIRMED'} key {key or own}" + ("" if key else "; compare it with the one that you were given"))
    steps = [lambda: check_files(root, manifest), lambda: check_manifest(root, key or own)]

    def events():
        positions = check_events(root, manifest, check_tree(root, manifest, key or own))
        numbers = defaultdict(list)
        for folder in ("books", "test"):
            check_books(root, folder, positions)
            check_cards(root, folder)
            for prefix, found in check_invoices(root, manifest, folder).items():
                numbers[prefix] += found
        check_numbers(root, manifest, numbers)

    for step in [*steps, events]:
        try:
            step()
        except (OSError, ArithmeticError, ValueError, KeyError, TypeError, csv.Error) as fault:
            differs("package", f"cannot be read further: {type(fault).__name__} {fault}")


if __name__ == "__main__":
    arguments = sys.argv[1:]
    wanted = None
    if arguments[:1] == ["--key"]:
        wanted, arguments = arguments[1], arguments[2:]
    csv.field_size_limit(1 << 30)
    check(Path(arguments[0]) if arguments else Path(__file__).resolve().parent, wanted)
    print("nothing is wrong" if not differences else f"{len(differences)} DIFFERENCES")
    sys.exit(1 if differences else 0)
