using System.Runtime.InteropServices;
using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Models;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>How long an answer takes, by the TorchSharp module and by plain C#, at three sizes of the batch.</summary>
/// <param name="Samples">Size by size, the module's first.</param>
/// <param name="LargestDifference">Between the logits of both servers.</param>
internal sealed record LatencyFindings(IReadOnlyList<LatencySample> Samples, double LargestDifference)
{
    public const string Module = "TorchSharp module", Plain = "plain C#", Prepared = "plain C#, from cells";

    public static IReadOnlyList<int> BatchSizes { get; } = [1, 32, 256];

    /// <summary>One row from the cells of a file to its answer; null where rows are features as they are.</summary>
    public LatencySample? OneFromCells => Samples.FirstOrDefault(sample => sample.Subject is { Server: Prepared, BatchSize: 1 });

    public LatencySample Of(string server, int batchSize) =>
        Samples.Single(sample => sample.Subject.Server == server && sample.Subject.BatchSize == batchSize);

    /// <summary>How many times as long plain C# takes as the module, paired by round.</summary>
    public Interval PlainOverModule(int batchSize) => Of(Plain, batchSize).RatioTo(Of(Module, batchSize));

    public static string ComparisonId(int batchSize) => $"latency.plain_over_module.batch{batchSize}";

    /// <param name="data">Where the rows come from: its training rows, again and again where they are too few.</param>
    /// <param name="net">What is served.</param>
    /// <param name="protocol">How.</param>
    /// <param name="preparation">What is done to the cells of a row before the net sees it: its time belongs to the answer.</param>
    /// <param name="clock">The time.</param>
    /// <param name="advance">Hears of each round.</param>
    /// <param name="cancellation">Ends it between two samples.</param>
    public static LatencyFindings Of(
        PreparedBatches<ClassTarget> data, Perceptron net, LatencyProtocol protocol, FittedPreparation preparation, TimeProvider clock,
        Action advance, CancellationToken cancellation)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable none = torch.no_grad();
        int threads = torch.get_num_threads();
        PlainPerceptron plain = PlainPerceptron.Of(net);
        List<LatencySample> rounds = [];
        double difference = 0;
        for (int round = 0; round < protocol.Rounds; round++)
        {
            LatencyProtocol once = protocol.Round(round);
            foreach (int size in BatchSizes)
            {
                cancellation.ThrowIfCancellationRequested();
                Tensor X = Rows(data, size), asked = X.cpu();
                float[] rows = Numbers(X), logits = new float[size * data.Target.Classes.Count];
                rounds.Add(once.Measure(
                    new LatencySubject(Module, size, threads, X.device.ToString()), () => Serve(net, asked, X.device),
                    clock, LatencyProtocol.SynchronisationOf(X.device)));
                rounds.Add(once.Measure(new LatencySubject(Plain, size, 1), () => plain.Logits(rows, logits), clock));
                if (!preparation.LearnsNothing && data.Rows.Raw is { } raw)
                {
                    RawRows cells = raw.Select([.. Enumerable.Range(0, size)
                        .Select(i => data.Split.Training.Rows[i % data.Training.Rows])]);
                    rounds.Add(once.Measure(
                        new LatencySubject(Prepared, size, 1), () => plain.Logits(Scaled(preparation.FeaturesOf(cells), data.Scaler),
                            logits), clock));
                }

                difference = Math.Max(difference,
                    Numbers(net.Forward(X, training: false)).Zip(logits, (one, other) => Math.Abs((double)one - other))
                        .Max());
            }

            advance();
        }

        return new LatencyFindings([.. rounds.GroupBy(one => one.Subject).Select(one => LatencySample.Of([.. one]))], difference);
    }

    private static float[] Scaled(double[] features, FittedScaler scaler)
    {
        float[] z = new float[features.Length];
        int d = scaler.Means.Count;
        for (int i = 0; i < z.Length; i++)
            z[i] = (float)((features[i] - scaler.Means[i % d]) / scaler.Deviations[i % d]);
        return z;
    }

    private static Tensor Rows(PreparedBatches<ClassTarget> data, int size)
    {
        Tensor index = torch.arange(size, torch.ScalarType.Int64, data.Device).remainder(data.Training.Rows);
        return data.Training.X.index_select(0, index);
    }

    private static float[] Numbers(Tensor X) => MemoryMarshal.Cast<byte, float>(X.cpu().contiguous().bytes).ToArray();

    /// <summary>Whoever asks has the rows on the CPU and wants the answer there: both ways belong to the call.</summary>
    private static void Serve(Perceptron net, Tensor asked, torch.Device device)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        net.Forward(asked.to(device), training: false).cpu();
    }
}
