using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class LatencyTests
{
    private static readonly LatencySubject Subject = new("plain C#", 1, 1);

    [Theory]
    [InlineData(100, 90, 100)]
    [InlineData(200, 184, 197)]
    [InlineData(500, 465, 485)]
    [InlineData(1_000, 936, 964)]
    [InlineData(2_000, 1_880, 1_920)]
    public void The_ranks_around_p95_are_the_binomial_ones(int n, int low, int high) =>
        Assert.Equal((low, high), LatencyPercentile.Ranks(n, 0.95));

    [Fact]
    public void Sixty_calls_hold_no_upper_end_of_p95()
    {
        Assert.Null(LatencyPercentile.Ranks(60, 0.95));
        Interval p95 = LatencyPercentile.Of(Ascending(60), 0.95);
        Assert.Equal(57.05, p95.Value!.Value, 1e-9);
        Assert.False(p95.HasEnds);
        Assert.Equal("60 calls are too few to bound p95 from both sides", p95.WhyUndefined);
    }

    [Theory]
    [InlineData(0.5, 0.95, 5)]
    [InlineData(0.95, 0.95, 59)]
    [InlineData(0.95, 0.99, 90)]
    [InlineData(0.99, 0.95, 299)]
    public void A_percentile_is_refused_where_the_tail_was_hardly_seen(double p, double confidence, int least)
    {
        Assert.Equal(least, LatencyPercentile.MinCalls(p, confidence));
        Assert.Equal(Quantiles.Of([.. Ascending(least)]).At(p), LatencyPercentile.Of(Ascending(least), p, confidence).Value);
        Interval refused = LatencyPercentile.Of(Ascending(least - 1), p, confidence);
        Assert.Null(refused.Value);
        Assert.Contains($"takes at least {least} calls, and there were {least - 1}", refused.WhyUndefined, StringComparison.Ordinal);
    }

    [Fact]
    public void The_interval_ends_at_two_measured_values()
    {
        Interval p95 = LatencyPercentile.Of(Ascending(1_000), 0.95);
        Assert.Equal((950.05, 936, 964), (Math.Round(p95.Value!.Value, 9), p95.Low, p95.High));
    }

    [Fact]
    public void The_interval_holds_the_true_p95_of_a_skewed_law_as_often_as_it_says()
    {
        var random = new Random(3);
        double truth = -Math.Log(0.05);
        int held = Enumerable.Range(0, 1_000).Count(_ =>
            LatencyPercentile.Of(
                [.. Enumerable.Range(0, 200).Select(_ => -Math.Log(1 - random.NextDouble())).Order()], 0.95)
                .Contains(truth));
        // P(184 ≤ B ≤ 196) = 0.961 for B ~ Bin(200, 0.95); four standard errors to either side.
        Assert.InRange(held, 936, 986);
    }

    [Fact]
    public void Two_are_compared_round_by_round()
    {
        // Ratios 2, 4 and 4: log₂ has the mean 5/3 and the deviation 1/√3; t with two degrees of freedom reaches 4.302653.
        Interval ratio = Rounds([2, 2], [4, 4], [6, 10]).RatioTo(Rounds([1, 1], [0.5, 1.5], [2, 2]));
        const double Reach = 4.302652730 / 3;
        Assert.Equal(Math.Pow(2, 5.0 / 3), ratio.Value!.Value, 1e-12);
        Assert.Equal(Math.Pow(2, 5.0 / 3 - Reach), ratio.Low!.Value, 1e-8);
        Assert.Equal(Math.Pow(2, 5.0 / 3 + Reach), ratio.High!.Value, 1e-6);
    }

    [Fact]
    public void Too_few_rounds_and_rounds_without_time_are_not_compared()
    {
        Assert.Contains("at least 3 rounds", Rounds([1], [2]).RatioTo(Rounds([1], [2])).WhyUndefined, StringComparison.Ordinal);
        Assert.Contains("at least 3 rounds", Rounds([1], [2], [3]).RatioTo(Rounds([1], [2])).WhyUndefined, StringComparison.Ordinal);
        Assert.Contains(
            "less than a tick", Rounds([1], [2], [3]).RatioTo(Rounds([1], [0], [3])).WhyUndefined, StringComparison.Ordinal);
    }

    private static LatencySample Rounds(params double[][] rounds) => LatencySample.Of([.. rounds.Select(times =>
        new LatencySample(Subject, new LatencyWarmUp(1, TimeSpan.Zero, true, 1, 1, 0), times, new int[times.Length]))]);

    [Fact]
    public void Each_call_is_timed_from_its_begin_to_the_end_of_the_device()
    {
        var clock = new ScriptedClock();
        LatencyProtocol protocol = new() { Calls = 3, BlockCalls = 2, SteadyBlocks = 2, MinWarmUp = TimeSpan.Zero };
        LatencySample sample = protocol.Measure(Subject, () => clock.Advance(7), clock, synchronise: () => clock.Advance(5));
        Assert.Equal([12, 12, 12], sample.Microseconds);
        Assert.Equal(4, sample.WarmUp.Calls);
        Assert.True(sample.WarmUp.Steady);
    }

    [Fact]
    public void The_warm_up_ends_once_the_medians_of_its_blocks_agree()
    {
        var clock = new ScriptedClock();
        int calls = 0;
        LatencyProtocol protocol = new() { Calls = 1, BlockCalls = 10, SteadyBlocks = 3, Tolerance = 0.05, MinWarmUp = TimeSpan.Zero };
        LatencySample sample = protocol.Measure(Subject, () => clock.Advance(calls++ < 40 ? 100 - calls : 50), clock);
        // Four blocks fall by a tenth each; the three that agree are the fifth, sixth and seventh.
        Assert.Equal(70, sample.WarmUp.Calls);
        Assert.True(sample.WarmUp.Steady);
        Assert.Equal([50], sample.Microseconds);
        Assert.Contains("warmed up for 70 calls", sample.How(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_warm_up_lasts_its_least_time_however_steady()
    {
        var clock = new ScriptedClock();
        LatencyProtocol protocol = new() { Calls = 1, BlockCalls = 10, SteadyBlocks = 2, MinWarmUp = TimeSpan.FromMicroseconds(500) };
        Assert.Equal(50, protocol.Measure(Subject, () => clock.Advance(10), clock).WarmUp.Calls);
    }

    [Fact]
    public void What_never_becomes_steady_is_measured_and_said()
    {
        var clock = new ScriptedClock();
        int calls = 0;
        LatencyProtocol protocol = new()
        {
            Calls = 1,
            BlockCalls = 10,
            SteadyBlocks = 2,
            MinWarmUp = TimeSpan.Zero,
            MaxWarmUp = TimeSpan.FromMilliseconds(50),
        };
        LatencySample sample = protocol.Measure(Subject, () => clock.Advance(calls++ / 10 % 2 == 0 ? 10 : 20), clock);
        Assert.False(sample.WarmUp.Steady);
        Assert.Contains("not steady after", sample.How(), StringComparison.Ordinal);
    }

    [Fact]
    public void Outliers_with_a_garbage_collection_are_told_from_others_and_all_stay_in()
    {
        var clock = new ScriptedClock();
        int calls = 0, collections = 0;
        LatencyProtocol protocol = new() { Calls = 100, BlockCalls = 10, SteadyBlocks = 1, MinWarmUp = TimeSpan.Zero };
        LatencySample sample = protocol.Measure(Subject, Serve, clock, collections: () => collections);

        Assert.Equal((3, 2, 3), (sample.Outliers, sample.CollectedOutliers, sample.Collections.Sum()));
        Assert.Equal(100, sample.Sorted.Count);
        Assert.Equal(900, sample.Sorted[^1]);
        Assert.Contains("3 outliers above", sample.How(), StringComparison.Ordinal);
        Assert.Contains("2 of them with a garbage collection (3 collections in all)", sample.How(), StringComparison.Ordinal);

        void Serve()
        {
            calls++;
            if (calls is 30 or 60 or 90) collections++;
            clock.Advance(calls is 30 or 60 or 80 ? 900 : 10 + calls % 3);
        }
    }

    [Fact]
    public void Rounds_at_other_times_widen_an_interval_of_calls_that_all_took_alike()
    {
        // Five rounds of 100 calls, one of them in a slower minute: 1.37 µs, and 3.14.
        LatencySample[] rounds = [.. new[] { 1.37, 1.37, 1.38, 3.14, 1.37 }.Select(time => new LatencySample(
            Subject, new LatencyWarmUp(1, TimeSpan.Zero, true, 1, 1, 0.05),
            [.. Enumerable.Range(0, 100).Select(call => time + call / 100_000.0)], new int[100]))];
        Interval alone = rounds[0].Percentile(0.95), together = LatencySample.Of(rounds).Percentile(0.95);
        Assert.False(alone.Contains(3.14));
        Assert.True(together.Contains(3.14) && together.Contains(1.37), $"{together.Low} to {together.High}");
        Assert.Equal(5, LatencySample.Of(rounds).Rounds);
        Assert.Contains("5 rounds", together.Method, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_round_has_its_share_of_the_calls_and_a_shorter_warm_up()
    {
        LatencyProtocol protocol = new() { Calls = 2000 };
        Assert.Equal((400, protocol.MinWarmUp), (protocol.Round(0).Calls, protocol.Round(0).MinWarmUp));
        Assert.True(protocol.Round(1).MinWarmUp < protocol.MinWarmUp);
    }

    [Fact]
    public void Rows_per_second_count_every_row_of_a_batch() =>
        Assert.Equal(
            32 / 20e-6, new LatencySample(Subject with { BatchSize = 32 }, Warm, [10, 30], [0, 0]).RowsPerSecond, 1e-6);

    [Fact]
    public void A_call_on_the_processor_needs_no_synchronisation() => Assert.Null(LatencyProtocol.SynchronisationOf(torch.CPU));

    private static LatencyWarmUp Warm => new(1_000, TimeSpan.FromSeconds(0.3), true, 5, 100, 0.05);

    private static double[] Ascending(int n) => [.. Enumerable.Range(1, n).Select(i => (double)i)];

    /// <summary>A clock that stands still until it is moved.</summary>
    private sealed class ScriptedClock : TimeProvider
    {
        private long _microseconds;

        public override long TimestampFrequency => 1_000_000;

        public override long GetTimestamp() => _microseconds;

        public void Advance(long microseconds) => _microseconds += microseconds;
    }
}
