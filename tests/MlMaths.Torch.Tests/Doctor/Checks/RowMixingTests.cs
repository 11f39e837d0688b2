using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Tests.Doctor;

/// <summary>A row that costs what another row's target says is found, whatever the loss; one that does not is left alone.</summary>
public sealed class RowMixingTests
{
    private static readonly SpecLoss CrossEntropy = new(LossKind.CrossEntropy, AppliedTo.Logits, Reduction.Mean, softmaxFirst: false);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Classes_that_are_moved_by_a_row_are_found_behind_a_softmax(int first)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor o = Outputs(6, 3), y = Classes(first, (first + 1) % 3, 0, 1, 2, 0);
        Assert.True(RowMixing.CostsMix((outputs, targets) => CrossEntropy.Of(outputs, targets.roll(-1)), o, y, first, other: 1));
        Assert.False(RowMixing.CostsMix(CrossEntropy.Of, o, y, first, other: 1));
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1)]
    [InlineData(1e6)]
    public void A_sound_loss_passes_whatever_the_size_of_the_outputs(double size)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor o = Outputs(200, 3) * size, y = Classes([.. Enumerable.Range(0, 200).Select(row => (long)(row % 3))]);
        for (int other = 1; other < 200; other++)
        {
            if (other % 3 != 0)
                Assert.False(RowMixing.CostsMix(CrossEntropy.Of, o, y, unit: 0, other));
        }
    }

    [Fact]
    public void A_loss_without_a_number_is_no_answer()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Assert.Null(RowMixing.CostsMix((_, _) => torch.tensor(double.NaN), Outputs(4, 2), Classes(0, 1, 0, 1), 0, 1));
    }

    [Fact]
    public void The_row_that_moved_is_named_and_not_the_one_that_was_changed()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor before = Outputs(5, 2), after = before.clone();
        after[2] += 1;
        Assert.Equal(-1, RowMixing.Touched(before, after, changed: 2));
        after[4] += 0.5;
        Assert.Equal(4, RowMixing.Touched(before, after, changed: 2));
    }

    private static Tensor Outputs(int n, int k) => torch.arange(n * k, torch.ScalarType.Float32).reshape(n, k).sin();

    private static Tensor Classes(params long[] classes) => TensorCopy.Of<long>(classes);
}
