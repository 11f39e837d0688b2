using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Benchmarks;

/// <summary>Trainings and answers of perceptrons: the harness beside PyTorch, eager, and beside TorchSharp's own loop.</summary>
internal static class NetPeers
{
    private const int Turns = 20, Checked = 10, Calls = 5_000;
    private const double Rate = 0.01;

    private static readonly int[] Small = [64, 128, 64, 10], Large = [784, 512, 512, 10];

    public static IEnumerable<PeerCase> All =>
    [
        Step("autograd", Small, 64, "sgd", 0.70), Step("autograd", Small, 64, "adam", 0.60),
        Step("by hand, SIMD", Small, 64, "sgd", 0.17), Step("by hand, SIMD", Small, 64, "adam", 0.13),
        Step("by hand, SIMD", Small, 1024, "sgd", 0.40), Step("by hand, SIMD", Small, 1024, "adam", 0.35),
        Step("by hand, SIMD", Large, 64, "sgd", 0.70), Step("by hand, SIMD", Large, 64, "adam", 0.68),
        Sweep("sgd", 0.13), Sweep("adam", 0.09),
        Answer("plain C#", 50, 0.06), Answer("plain C#", 99, 0.05), Answer("TorchSharp", 50, 0.6), Answer("TorchSharp", 99, 0.9),
        Harness("no observers", observers: false, 0.75), Harness("all observers", observers: true, 0.80),
    ];

    private static PeerCase Step(string way, int[] widths, int batch, string rule, double wanted) => new(
        $"step of {string.Join('-', widths)}, batch {batch:N0}, {rule}, {way}", wanted, place =>
        {
            string file = place.Path("net.bin");
            Batch rows = Written(file, widths, batch);
            int steps = Turns * (batch > 64 || widths[0] > 64 ? 10 : 100);
            return PeerWork.Beside(
                place, "step.py", [file, string.Join('-', widths), batch, rule, steps, Rate],
                () => LossAfter(Checked, rows, widths, rule, way), 1e-4,
                () => Spent.By(() => Trained(steps, rows, widths, rule, way).Dispose()))
                .Then(() => { rows.X.Dispose(); rows.y.Dispose(); });
        });

    private static PeerCase Sweep(string rule, double wanted) => new(
        $"sweep of 32 rates of {string.Join('-', Small)}, {rule}, beside 32 trainings in turn", wanted, place =>
        {
            string file = place.Path("net.bin");
            Batch rows = Written(file, Small, 64);
            double[] rates = [.. Enumerable.Range(0, 32).Select(i => 1e-4 * Math.Pow(100, i / 31.0))];
            string told = string.Join(',', rates.Select(rate => rate.ToString("R", CultureInfo.InvariantCulture)));
            return PeerWork.Beside(
                place, "step.py", [file, string.Join('-', Small), 64, rule, 4 * Turns, Rate, told],
                () => LossAfter(Checked, rows, Small, rule, "by hand, SIMD"), 1e-4,
                () => Spent.By(() => LearningRateSweep.Run(
                    rates, [1], (rate, _) => History(4 * Turns, rows, Small, rule, "by hand, SIMD", rate))))
                .Then(() => { rows.X.Dispose(); rows.y.Dispose(); });
        });

    private static double LossAfter(int steps, Batch rows, int[] widths, string rule, string way)
    {
        using Perceptron net = Trained(steps, rows, widths, rule, way, shuffled: false);
        using DisposeScope scope = torch.NewDisposeScope();
        return Autograd.For(net, 0).Loss(rows);
    }

    private static TrainingHistory History(int steps, Batch rows, int[] widths, string rule, string way, double rate)
    {
        using Perceptron net = new(widths, seed: 1);
        return Train(net, steps, rows, rule, way, rate, shuffled: true);
    }

    private static Perceptron Trained(int steps, Batch rows, int[] widths, string rule, string way, bool shuffled = true)
    {
        Perceptron net = new(widths, seed: 1);
        Train(net, steps, rows, rule, way, Rate, shuffled);
        return net;
    }

    // Twenty copies of the batch are an epoch; where results are compared, the batch alone, whose order does not matter.
    private static TrainingHistory Train(Perceptron net, int steps, Batch rows, string rule, string way, double rate, bool shuffled)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        int copies = shuffled ? Turns : 1;
        using Batches batches = new(rows.X.repeat(copies, 1), rows.y.repeat(copies), rows.Rows, seed: 0);
        IUpdateRule update = rule == "sgd" ? new GradientDescent() : new Adam();
        IGradientSource source = way == "autograd" ? Autograd.For(net, 0) : new SimdBackpropagation(net, 0);
        var options = new TrainingOptions { LearningRate = rate, Epochs = steps / copies };
        TrainingHistory history = new Trainer(options, update).Fit(source, batches);
        (update as IDisposable)?.Dispose();
        return history;
    }

    private static PeerCase Answer(string way, int percent, double wanted) => new(
        $"answer to one row, {way}, p{percent}", wanted, place =>
        {
            string file = place.Path("net.bin");
            Batch row = Written(file, Small, 1);
            Perceptron net = new(Small, seed: 1);
            var plain = PlainPerceptron.Of(net);
            float[] numbers = row.X.data<float>().ToArray(), logits = new float[Small[^1]];
            Action answer = way == "TorchSharp" ? InferenceComparison.TorchServer(net, 1) : () => plain.Logits(numbers, logits);
            for (int call = 0; call < 2 * Calls; call++) answer();
            return PeerWork.Beside(
                place, "inference.py", [file, string.Join('-', Small), Calls, percent],
                () => { plain.Logits(numbers, logits); return logits.Sum(); }, 1e-4, () => Percentile(answer, percent))
                .Then(() => { net.Dispose(); row.X.Dispose(); row.y.Dispose(); });
        });

    private static Spent Percentile(Action answer, int percent)
    {
        double[] seconds = new double[Calls];
        for (int call = 0; call < Calls; call++)
        {
            long start = Stopwatch.GetTimestamp();
            answer();
            seconds[call] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(seconds);
        return new(seconds[Calls * percent / 100], seconds[Calls * percent / 100]);
    }

    private static PeerCase Harness(string how, bool observers, double wanted) => new(
        $"step of the harness, {how}, beside TorchSharp's own loop", wanted, _ => new PeerWork(
            "TorchSharp, libtorch 2.10", null,
            () => Spent.By(observers ? TrainingStepTable.ObservedStep : TrainingStepTable.HarnessStep),
            () => Spent.By(TrainingStepTable.BareStep)));

    // The net of seed 1, so that both begin from the same weights, and one batch drawn for it.
    private static Batch Written(string file, int[] widths, int batch)
    {
        using Perceptron net = new(widths, seed: 1);
        using torch.Generator chance = new(2);
        Tensor X = torch.randn(batch, widths[0], torch.ScalarType.Float32, generator: chance),
            y = torch.randint(0, widths[^1], [batch], torch.ScalarType.Int64, generator: chance);
        using FileStream stream = File.Create(file);
        stream.Write(MemoryMarshal.AsBytes<float>(net.Parameters.Values.data<float>().ToArray()));
        stream.Write(MemoryMarshal.AsBytes<float>(X.data<float>().ToArray()));
        stream.Write(MemoryMarshal.AsBytes<float>([.. y.data<long>().ToArray().Select(one => (float)one)]));
        return new(X, y);
    }
}
