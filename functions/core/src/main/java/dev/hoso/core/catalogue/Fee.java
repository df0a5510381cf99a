package dev.hoso.core.catalogue;

import dev.hoso.core.FilingChannel;
import java.time.LocalDate;

/**
 * What a procedure costs (phí, lệ phí) on one channel from a day on.
 *
 * @param amount whole đồng; 0 is a known exemption, never "not known"
 * @param validFrom the first day on which it is asked, until a later fee of the channel begins
 * @param basis the legal text that sets it, and what the amount is for (a copy, a page)
 */
public record Fee(FilingChannel channel, long amount, LocalDate validFrom, String basis) {}
