using System.Buffers.Binary;
using System.Collections.Concurrent;
using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Optimisation;

public sealed class HyperParameterSearchTests
{
    private static readonly SearchSpace Space = new SearchSpace().LogUniform("rate", 1e-4, 1).Whole("units", 4, 7)
        .Uniform("dropout", 0, 0.5)
        .Choice("activation", "relu", "tanh");

    [Fact]
    public void Candidates_lie_in_their_space_and_come_back_with_their_seed()
    {
        Candidate[] drawn = [.. Enumerable.Range(0, 400).Select(i => Space.Draw(7, i))];
        Assert.All(drawn, one => Assert.InRange(one.Number("rate"), 1e-4, 1));
        Assert.All(drawn, one => Assert.InRange(one.Number("dropout"), 0, 0.5));
        Assert.Equal([4, 5, 6, 7], drawn.Select(one => one.Whole("units")).Distinct().Order());
        Assert.Equal(["relu", "tanh"], drawn.Select(one => one.Choice("activation")).Distinct().Order());
        Assert.InRange(drawn.Count(one => one.Number("rate") < 0.01), 160, 240); // half of the powers of ten
        Assert.Equal(drawn[9].ToString(), Space.Draw(7, 9).ToString());
        Assert.NotEqual(drawn[9].ToString(), Space.Draw(8, 9).ToString());
        Assert.Equal(
            $"rate {drawn[0].Cells[0]}, units {drawn[0].Cells[1]}, dropout {drawn[0].Cells[2]}, "
            + $"activation {drawn[0].Cells[3]}",
            drawn[0].ToString());
        Assert.Throws<ArgumentException>(() => drawn[0].Whole("rate"));
        Assert.Throws<ArgumentException>(() => drawn[0].Number("rates"));
    }

    [Fact]
    public void A_space_that_makes_no_sense_is_refused()
    {
        Assert.Contains(
            "must begin above 0",
            Assert.Throws<UserMistakeException>(() => new SearchSpace().LogUniform("rate", 0, 1)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "must end above where it begins",
            Assert.Throws<UserMistakeException>(() => new SearchSpace().Uniform("p", 1, 1)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "names rate twice", Assert.Throws<UserMistakeException>(() => Space.Uniform("rate", 0, 1)).Message,
            StringComparison.Ordinal);
        Assert.Contains("has 1 names", Assert.Throws<UserMistakeException>(() => Space.Choice("x", "only")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_plan_of_halving_is_the_largest_that_the_budget_pays_for()
    {
        // 27 · 1 + 9 · 2 + 3 · 6 + 1 · 18 = 81 epochs; one candidate more costs one more.
        Assert.Equal([new(27, 1), new(9, 3), new(3, 9), new(1, 27)], SuccessiveHalving.Plan(81, 1, 27));
        Assert.Equal([new(28, 1), new(9, 3), new(3, 9), new(1, 27)], SuccessiveHalving.Plan(82, 1, 30));
        Assert.Equal([new(10, 4)], SuccessiveHalving.Plan(43, 4, 7, 2));
        Assert.Contains(
            "take at least 81", Assert.Throws<UserMistakeException>(() => SuccessiveHalving.Plan(80, 1, 27)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(81)]
    [InlineData(100)]
    [InlineData(137)]
    [InlineData(1000)]
    public void No_search_spends_more_than_its_budget(int budget)
    {
        int halved = 0, random = 0;
        SearchResult halving = SuccessiveHalving.Run(
            Space, 1, budget, 1, 27, (one, epochs, from) => Known(one, epochs, from, ref halved), sideBySide: 1);
        SearchResult drawn = RandomSearch.Run(
            Space, 1, budget, 10, (one, epochs, from) => Known(one, epochs, from, ref random), sideBySide: 1);
        Assert.Equal((halved, random), (halving.EpochsSpent, drawn.EpochsSpent));
        Assert.InRange(halving.EpochsSpent, budget - 12, budget);
        Assert.InRange(drawn.EpochsSpent, budget - 9, budget);
    }

    [Fact]
    public void Both_find_the_best_of_a_known_function_and_halving_tries_more()
    {
        int spent = 0;
        SearchResult halving = SuccessiveHalving.Run(
            Space, 3, 300, 1, 27, (one, epochs, from) => Known(one, epochs, from, ref spent), sideBySide: 1);
        SearchResult random = RandomSearch.Run(
            Space, 3, 300, 27, (one, epochs, from) => Known(one, epochs, from, ref spent), sideBySide: 1);
        // No candidate's curve crosses another's: what is best in the end is best on every rung.
        Assert.Equal(halving.Trials.MinBy(trial => Distance(trial.Candidate))!.Candidate, halving.Best!.Candidate);
        Assert.Equal(random.Trials.MinBy(trial => Distance(trial.Candidate))!.Candidate, random.Best!.Candidate);
        Assert.InRange(halving.Best.Candidate.Number("rate"), 0.003, 0.03);
        Assert.True(halving.Trials.Count > 5 * random.Trials.Count);
        Assert.All(halving.Trials.Where(trial => trial.End == SearchEnd.Dropped),
            trial => Assert.StartsWith("dropped at rung ", trial.Ending, StringComparison.Ordinal));
        Assert.All(halving.Trials, trial => Assert.Equal(halving.Rungs[trial.Rung].Epochs, trial.Epochs));
        Assert.Equal("The loss does not clearly differ by activation", halving.AxisReadings[3].Sentence[..46]);
    }

    [Fact]
    public void Of_equals_the_first_drawn_goes_on()
    {
        SearchResult result = SuccessiveHalving.Run(Space, 1, 81, 1, 27, (_, _, _) => new SearchStep(1, null), sideBySide: 2);
        Assert.Equal([0, 1, 2], result.Trials.Where(trial => trial.Rung >= 2).Select(trial => trial.Candidate.Index));
        Assert.Equal(0, result.Best!.Candidate.Index);
        Assert.Equal("Whether the loss depends on rate is not known: all trials have the "
            + "same value.", result.AxisReadings[0].Sentence);
    }

    [Fact]
    public void What_diverges_gets_no_more_epochs_and_where_all_do_there_is_no_best()
    {
        SearchResult all = SuccessiveHalving.Run(Space, 1, 81, 1, 27, (_, _, _) => new SearchStep(double.NaN, [1]));
        Assert.Null(all.Best);
        Assert.Equal(27, all.EpochsSpent);
        Assert.All(all.Trials, trial => Assert.Equal("diverged at rung 0", trial.Ending));

        SearchResult later = SuccessiveHalving.Run(
            Space, 1, 81, 1, 27, (one, epochs, _) => new SearchStep(epochs > 3 ? null : one.Index, null));
        Assert.Equal(3, later.Best!.Candidate.Index); // 0, 1 and 2 were better after 3 epochs, and diverged after
        Assert.Equal(SearchEnd.Diverged, later.Trials[0].End);
    }

    [Fact]
    public void What_was_learnt_names_the_axis_that_matters()
    {
        SearchResult result = RandomSearch.Run(Space, 1, 40, 1, (one, _, _) => new SearchStep(
            one.Whole("units") == 7 ? null : 1 / one.Number("dropout") + (one.Choice("activation") == "relu" ? 0 : 1e3),
            null));
        SearchAxisReading dropout = result.AxisReadings[2], activation = result.AxisReadings[3], units = result.AxisReadings[1];
        Assert.True(activation.PValue < 0.05);
        Assert.Equal(40, activation.Groups.Sum(group => group.Trials));
        Assert.Equal(result.Trials.Count(trial => trial.Loss is null), activation.Groups.Sum(group => group.Diverged));
        Assert.Matches(@"^The loss differs by activation: mean [0-9.e+]+ for relu ", activation.Sentence);
        Assert.True(units.Correlation > 0, units.Sentence);
        Assert.True(dropout.Correlation < 0, dropout.Sentence);
        Assert.True(dropout.BestQuarter!.Value.Low > 0.05);
    }

    [Fact]
    public void Ranks_of_five_trials_are_correlated_as_by_hand()
    {
        // By whatever loss: rate against its own order reversed is −1, and 2 of the 120 orders are as clear: p near 1/60.
        SearchSpace one = new SearchSpace().Uniform("x", 0, 1);
        SearchAxisReading reading = RandomSearch.Run(
            one, 5, 5, 1, (candidate, _, _) => new SearchStep(-Math.Exp(candidate.Number("x")), null)).AxisReadings[0];
        Assert.Equal(-1, reading.Correlation!.Value, 1e-12);
        Assert.InRange(reading.PValue!.Value, 0.010, 0.025);
        Assert.Equal("Whether the loss depends on x is not known: 4 trials are too few to tell.", RandomSearch.Run(
            one, 5, 4, 1, (candidate, _, _) => new SearchStep(candidate.Number("x"), null)).AxisReadings[0].Sentence);
    }

    [Fact]
    public void A_real_net_that_goes_on_rung_by_rung_ends_like_one_that_was_never_interrupted()
    {
        using var digits = new Digits(160, torch.ScalarType.Float32);
        ConcurrentDictionary<(int Candidate, int Epochs), byte[]> ends = [];
        SearchSpace space = new SearchSpace().LogUniform("rate", 1e-3, 1e-1).Whole("units", 4, 16).Choice("activation", "Relu", "Tanh");
        SearchResult oneByOne = SuccessiveHalving.Run(space, 1, 12, 1, 4, Train, η: 2, sideBySide: 1),
            sideBySide = SuccessiveHalving.Run(space, 1, 12, 1, 4, Train, η: 2, sideBySide: 3);
        Assert.Equal(oneByOne.Trials.SelectMany(trial => trial.Losses), sideBySide.Trials.SelectMany(trial => trial.Losses));
        Assert.Equal(2, oneByOne.Best!.Rung);
        byte[] continued = ends[(oneByOne.Best.Candidate.Index, 4)];
        SearchStep whole = Train(oneByOne.Best.Candidate, 4, null);
        Assert.Equal(whole.ValidationLoss, oneByOne.Best.Loss);
        Assert.Equal(whole.Checkpoint, continued); // θ, the rule's memory, masks and every number of the history

        SearchStep Train(Candidate candidate, int epochs, byte[]? from)
        {
            using Perceptron net = new(
                [64, candidate.Whole("units"), 10], seed: 1, Enum.Parse<Activation>(candidate.Choice("activation")),
                dropout: 0.1);
            using Batches rows = digits.InBatches(32, seed: 1);
            using var rule = new Adam();
            byte[]? last = null;
            var checkpoints = new Checkpoints(
                (name, bytes) => last = name == "last" ? bytes : last, rule.Memory, new DropoutMasks(net.Dropout!))
            {
                ResumeFrom = from,
            };
            TrainingHistory history = new Trainer(
                new TrainingOptions { LearningRate = candidate.Number("rate"), Epochs = epochs }, rule, checkpoints)
                .Fit(Autograd.For(net, 0), rows, new ValidationPass(digits.Whole, Autograd.For(net, 0).Loss));
            ends[(candidate.Index, epochs)] = last!;
            return new SearchStep(history.Curve("loss", "validation").Values[^1], last);
        }
    }

    /// <summary>A loss that falls with the epochs towards how far the rate is from 0.01; the checkpoint is the epochs made.</summary>
    private static SearchStep Known(Candidate candidate, int epochs, byte[]? from, ref int spent)
    {
        int before = from is null ? 0 : BinaryPrimitives.ReadInt32LittleEndian(from);
        Assert.True(epochs > before);
        spent += epochs - before;
        byte[] checkpoint = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(checkpoint, epochs);
        return new SearchStep(Distance(candidate) + 1.0 / epochs, checkpoint);
    }

    private static double Distance(Candidate candidate) => Math.Abs(Math.Log10(candidate.Number("rate")) + 2);
}
