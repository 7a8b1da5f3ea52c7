package org.gatebook.benchmarks.workload;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatebook.benchmarks.load.KeepAliveClient.Request;

/** Scanners that let people in: every scan is a ticket's first one at its door. */
public final class RedeemTicket implements Workload {

    private final Festival festival;
    private final AtomicInteger scans = new AtomicInteger();

    public RedeemTicket(Festival festival) {
        this.festival = festival;
    }

    @Override
    public String name() {
        return "redeem";
    }

    @Override
    public void prepare(Api api) throws IOException {
        festival.prepare(api);
    }

    @Override
    public Request next() {
        int scan = scans.getAndIncrement();
        List<String> secrets = festival.secrets();
        int door = scan / secrets.size();
        if (door >= festival.doors().size()) {
            throw new IllegalStateException("every ticket was scanned at every door: fewer or shorter rounds");
        }
        return Festival.scan(festival.doors().get(door), secrets.get(scan % secrets.size()));
    }

    @Override
    public List<Floor> floors() {
        return List.of(new Floor.SameStatements());
    }

    @Override
    public Bar bar() {
        return new Bar(0.5, 9);
    }
}
