using System.Diagnostics.Metrics;
using System.Globalization;
using CrmUms.AgentWeb.Operation;

namespace CrmUms.AgentWeb.Tests.Operation;

public sealed class PrometheusTextTests : IDisposable
{
    private readonly Meter _meter = new("CrmUms.Tests." + Guid.NewGuid().ToString("n"));
    private readonly MetricsCollector _collector = new();

    public void Dispose()
    {
        _meter.Dispose();
        _collector.Dispose();
    }

    [Fact]
    public void A_counter_adds_up_per_label_and_ends_in_total()
    {
        var calls = _meter.CreateCounter<long>("crmums.tests.calls", "{call}", "Calls of this test");

        calls.Add(1, new KeyValuePair<string, object?>("queue", "support"));
        calls.Add(2, new KeyValuePair<string, object?>("queue", "support"));
        calls.Add(5, new KeyValuePair<string, object?>("queue", "a \"b\"\\\n"));

        var text = _collector.Scrape();
        text.ShouldContain("# HELP crmums_tests_calls_total Calls of this test\n");
        text.ShouldContain("# TYPE crmums_tests_calls_total counter\n");
        text.ShouldContain("crmums_tests_calls_total{queue=\"support\"} 3\n");
        text.ShouldContain("crmums_tests_calls_total{queue=\"a \\\"b\\\"\\\\\\n\"} 5\n");
    }

    [Fact]
    public void A_histogram_has_cumulated_buckets_with_the_advised_bounds()
    {
        var waits = _meter.CreateHistogram(
            "crmums.tests.wait",
            "s",
            "Waits",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 5] });

        waits.Record(0.5);
        waits.Record(1);
        waits.Record(3);
        waits.Record(100);

        var text = _collector.Scrape();
        text.ShouldContain("# TYPE crmums_tests_wait_seconds histogram\n");
        text.ShouldContain("crmums_tests_wait_seconds_bucket{le=\"1\"} 2\n");
        text.ShouldContain("crmums_tests_wait_seconds_bucket{le=\"5\"} 3\n");
        text.ShouldContain("crmums_tests_wait_seconds_bucket{le=\"+Inf\"} 4\n");
        text.ShouldContain("crmums_tests_wait_seconds_sum 104.5\n");
        text.ShouldContain("crmums_tests_wait_seconds_count 4\n");
    }

    [Fact]
    public void An_observed_series_that_is_observed_no_more_is_gone()
    {
        var queues = new List<string> { "support", "express" };
        _meter.CreateObservableGauge(
            "crmums.tests.waiting",
            () => queues.Select(queue => new Measurement<int>(4, new KeyValuePair<string, object?>("queue", queue))),
            "{call}",
            "Waiting");
        _collector.Scrape().ShouldContain("crmums_tests_waiting{queue=\"express\"} 4\n");

        queues.Remove("express");

        var text = _collector.Scrape();
        text.ShouldContain("crmums_tests_waiting{queue=\"support\"} 4\n");
        text.ShouldNotContain("crmums_tests_waiting{queue=\"express\"}");
    }

    [Fact]
    public void A_label_without_bound_fills_no_memory_and_is_counted()
    {
        var calls = _meter.CreateCounter<long>("crmums.tests.unbounded", "{call}", "A defect");

        for (var index = 0; index < 2_500; index++)
        {
            calls.Add(1, new KeyValuePair<string, object?>("id", index.ToString(CultureInfo.InvariantCulture)));
        }

        var lines = _collector.Scrape().Split('\n');
        lines.Count(line => line.StartsWith("crmums_tests_unbounded_total{", StringComparison.Ordinal)).ShouldBe(2_000);
        lines.ShouldContain("crmums_metrics_series_dropped_total 500");
    }

    [Fact]
    public void Every_line_of_a_scrape_can_be_read_by_a_scraper()
    {
        _meter.CreateUpDownCounter<int>("crmums.tests.open", "{desk}", "Open").Add(-1);

        var problems = PrometheusReader.Problems(_collector.Scrape());

        problems.ShouldBeEmpty();
    }
}
