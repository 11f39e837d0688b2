using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Models;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// Two ways to serve the same net of 64-128-64-10, in turns and as service times; one thread.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables inference</c>
/// </summary>
internal static class InferenceComparison
{
    private const int Features = 64, Classes = 10;

    public static void Print()
    {
        using Perceptron model = new([Features, 128, 64, Classes], seed: 1);
        var plain = PlainPerceptron.Of(model);
        Console.WriteLine("\n| served | p50 µs | p95 µs | p99 µs | |\n|---|---|---|---|---|");
        foreach (int batch in new[] { 1, 32, 256 })
        {
            Report(new LatencySubject("TorchSharp", batch, 1), TorchServer(model, batch));
            Report(new LatencySubject("plain C#", batch, 1), PlainServer(plain, batch));
        }
        foreach (int batch in new[] { 1, 32, 256 })
            Interleaved.Print($"batch {batch}", 2_000, ("TorchSharp", TorchServer(model, batch)), ("plain C#", PlainServer(plain, batch)));
    }

    internal static Action TorchServer(Perceptron model, int batch)
    {
        float[] rows = Rows(batch), logits = new float[batch * Classes];
        return () =>
        {
            using DisposeScope scope = torch.NewDisposeScope();
            using (torch.no_grad())
                model.Forward(TensorCopy.Of(rows, [batch, Features]), training: false).data<float>().CopyTo(logits);
        };
    }

    internal static Action PlainServer(PlainPerceptron plain, int batch)
    {
        float[] rows = Rows(batch), logits = new float[batch * Classes];
        return () => plain.Logits(rows, logits);
    }

    private static float[] Rows(int batch)
    {
        var random = Seeds.Generator(0, DrawnFor.Worlds);
        return [.. Enumerable.Range(0, batch * Features).Select(_ => random.NextSingle())];
    }

    private static void Report(LatencySubject subject, Action serve)
    {
        LatencySample sample = new LatencyProtocol().Measure(subject, serve, TimeProvider.System);
        Console.WriteLine($"| {subject} | {Words(0.5)} | {Words(0.95)} | {Words(0.99)} | {sample.How()} |");

        string Words(double p)
        {
            Interval percentile = sample.Percentile(p);
            return $"{percentile.Value:0.00} ({percentile.Low:0.00} to {percentile.High:0.00})";
        }
    }
}
