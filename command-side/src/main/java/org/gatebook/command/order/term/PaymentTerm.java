package org.gatebook.command.order.term;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.stream.Stream;
import org.gatebook.api.offer.EventDetails;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventTerms.Payment;
import org.gatebook.api.offer.Subevent;
import org.jspecify.annotations.Nullable;

/** Until when an order may be paid if nobody says otherwise (behaviour notes, orders 21.2). */
public final class PaymentTerm {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private PaymentTerm() {}

    /**
     * The end of the term that begins now.
     *
     * @param dates the dates of a series that the order is for
     */
    public static Instant expiry(EventOffer offer, Collection<Subevent> dates, Instant now) {
        Instant usual = usual(offer.terms().payment(), offer.zone(), now);
        Instant last = last(offer, dates);
        return last != null && last.isBefore(usual) ? last : usual;
    }

    /** When the event stops to take money; null if never. */
    public static @Nullable Instant last(EventOffer offer, Collection<Subevent> dates) {
        String setting = offer.terms().payment().last();
        if (setting == null || setting.isEmpty()) {
            return null;
        }
        ZoneId zone = offer.zone();
        Stream<@Nullable LocalDate> days = offer.series() && !dates.isEmpty()
                ? dates.stream().map(date -> RelativeMoment.day(setting, zone, name -> moment(date, name)))
                : Stream.of(RelativeMoment.day(setting, zone, name -> moment(offer.details(), name)));
        return days.flatMap(Stream::ofNullable)
                .min(LocalDate::compareTo)
                .map(day -> endOf(day, zone))
                .orElse(null);
    }

    private static Instant usual(Payment term, ZoneId zone, Instant now) {
        if (term.byMinutes()) {
            return now.plus(Duration.ofMinutes(term.minutes()));
        }
        return endOf(workday(term, now.atZone(zone).toLocalDate().plusDays(term.days())), zone);
    }

    /** The day itself, or the Monday after its weekend if the event spares weekends. */
    static LocalDate workday(Payment term, LocalDate day) {
        if (term.weekdays() && day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return day.plusDays(2);
        }
        if (term.weekdays() && day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return day.plusDays(1);
        }
        return day;
    }

    static Instant endOf(LocalDate day, ZoneId zone) {
        return day.atTime(END_OF_DAY).atZone(zone).toInstant();
    }

    private static @Nullable Instant moment(EventDetails event, String name) {
        return switch (name) {
            case "date_from" -> event.dateFrom();
            case "date_to" -> event.dateTo() == null ? event.dateFrom() : event.dateTo();
            case "date_admission" -> event.dateAdmission() == null ? event.dateFrom() : event.dateAdmission();
            case "presale_start" -> event.presaleStart();
            case "presale_end" -> event.presaleEnd();
            default -> null;
        };
    }

    private static @Nullable Instant moment(Subevent date, String name) {
        return switch (name) {
            case "date_from" -> date.dateFrom();
            case "date_to" -> date.dateTo() == null ? date.dateFrom() : date.dateTo();
            case "date_admission" -> date.dateAdmission() == null ? date.dateFrom() : date.dateAdmission();
            case "presale_start" -> date.presaleStart();
            case "presale_end" -> date.presaleEnd();
            default -> null;
        };
    }
}
