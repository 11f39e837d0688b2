using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.NeuralNetDiagnostics.Studies;

/// <summary>What a setting costs in time, measured on one thread while nothing else trains.</summary>
/// <param name="Setting">Its name.</param>
/// <param name="Parameters">Weights and biases.</param>
/// <param name="StepsPerEpoch">Updates of one pass over the training rows.</param>
/// <param name="Step">A training step: gradient and update.</param>
/// <param name="Answer">One row, by the net in plain C#.</param>
internal sealed record StudyTimes(string Setting, int Parameters, int StepsPerEpoch, LatencySample Step, LatencySample Answer)
{
    /// <summary>Measures settings in turns: whatever else the machine does meets all of them alike.</summary>
    public static IReadOnlyList<StudyTimes> Of(
        PreparedBatches<ClassTarget> data, IReadOnlyList<StudySetting> settings, LatencyProtocol protocol, int seed, TimeProvider clock,
        Action advance, CancellationToken cancellation)
    {
        var rounds = settings.Select(_ => (Steps: new List<LatencySample>(), Answers: new List<LatencySample>())).ToArray();
        StudyTimes[] times = new StudyTimes[settings.Count];
        int threads = torch.get_num_threads();
        torch.set_num_threads(1); // as each training of the study had
        try
        {
            for (int round = 0; round < protocol.Rounds; round++)
            {
                for (int k = 0; k < settings.Count; k++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    using Perceptron net = settings[k].Recipe.Net(data, seed);
                    rounds[k].Steps.Add(StepTime(data, settings[k].Recipe, net, protocol.Round(round), clock));
                    rounds[k].Answers.Add(AnswerTime(data, net, protocol.Round(round), clock));
                    int steps = (data.Training.Rows + settings[k].Recipe.BatchRows - 1) / settings[k].Recipe.BatchRows;
                    times[k] = new(
                        settings[k].Name, net.Parameters.Count, steps, LatencySample.Of(rounds[k].Steps),
                        LatencySample.Of(rounds[k].Answers));
                    advance();
                }
            }
        }
        finally
        {
            torch.set_num_threads(threads);
        }

        return times;
    }

    private static LatencySample StepTime(
        PreparedBatches<ClassTarget> data, NetRecipe recipe, Perceptron net, LatencyProtocol protocol, TimeProvider clock)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Batch rows = data.Few(Math.Min(recipe.BatchRows, data.Training.Rows));
        IGradientSource source = recipe.SourceFor(net);
        IUpdateRule rule = recipe.NewRule();
        using var owned = rule as IDisposable;
        return protocol.Measure(
            new LatencySubject("training step", rows.Rows, 1, data.Device.ToString()), Once, clock,
            LatencyProtocol.SynchronisationOf(data.Device));

        void Once()
        {
            using DisposeScope one = torch.NewDisposeScope();
            source.Differentiate(rows);
            using (torch.no_grad())
                rule.Update(source.Parameters, recipe.LearningRate, rows);
        }
    }

    private static LatencySample AnswerTime(
        PreparedBatches<ClassTarget> data, Perceptron net, LatencyProtocol protocol, TimeProvider clock)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        PlainPerceptron plain = PlainPerceptron.Of(net);
        float[] row = new float[data.Rows.Columns], logits = new float[data.Target.Classes.Count];
        data.Few(1).X.cpu().contiguous().data<float>().CopyTo(row);
        return protocol.Measure(new LatencySubject(LatencyFindings.Plain, 1, 1), () => plain.Logits(row, logits), clock);
    }
}
