using System.Runtime.InteropServices;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>How long an answer takes, by the TorchSharp module and by plain C#, at three sizes of the batch.</summary>
/// <param name="Samples">Server by server, size by size.</param>
/// <param name="LargestDifference">Between the logits of both servers.</param>
internal sealed record LatencyFindings(IReadOnlyList<LatencySample> Samples, double LargestDifference)
{
    public const string Module = "TorchSharp module", Plain = "plain C#";

    private static readonly int[] BatchSizes = [1, 32, 256];

    public LatencySample Of(string server, int batchSize) =>
        Samples.Single(sample => sample.Subject.Server == server && sample.Subject.BatchSize == batchSize);

    public static LatencyFindings Of(PreparedClasses data, Perceptron net, int calls, TimeProvider clock)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable none = torch.no_grad();
        int threads = torch.get_num_threads();
        PlainPerceptron plain = PlainPerceptron.Of(net);
        var protocol = new LatencyProtocol { Calls = calls };
        List<LatencySample> samples = [];
        double difference = 0;
        foreach (int size in BatchSizes)
        {
            Tensor X = data.Training.X.narrow(0, 0, Math.Min(size, data.Training.Rows)).contiguous();
            float[] rows = MemoryMarshal.Cast<byte, float>(X.cpu().bytes).ToArray(), logits = new float[X.size(0) * data.Target.Classes.Count];
            samples.Add(protocol.Measure(
                new LatencySubject(Module, (int)X.size(0), threads, X.device.ToString()), () => Serve(net, X), clock, LatencyProtocol.SynchronisationOf(X.device)));
            samples.Add(protocol.Measure(new LatencySubject(Plain, (int)X.size(0), 1), () => plain.Logits(rows, logits), clock));
            float[] module = MemoryMarshal.Cast<byte, float>(net.Forward(X, training: false).cpu().contiguous().bytes).ToArray();
            difference = Math.Max(difference, module.Zip(logits, (one, other) => Math.Abs((double)one - other)).Max());
        }

        return new LatencyFindings(samples, difference);
    }

    private static void Serve(Perceptron net, Tensor X)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        net.Forward(X, training: false);
    }
}
