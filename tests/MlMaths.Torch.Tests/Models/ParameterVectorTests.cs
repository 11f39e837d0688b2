using MlMaths.Torch.Models;

namespace MlMaths.Torch.Tests.Models;

public sealed class ParameterVectorTests
{
    [Fact]
    public void Every_parameter_is_a_view_into_one_vector()
    {
        using ParameterVector parameters = TwoByThreeAndTwo();

        parameters.Set([1, 2, 3, 4, 5, 6, 7, 8]);

        Assert.Equal([2, 3], parameters["W"].shape);
        Assert.Equal(6, parameters["W"][1, 2].ToDouble());
        Assert.Equal(7, parameters["b"][0].ToDouble());
        Assert.Equal([("W", 0, 6), ("b", 6, 2)], parameters.Slices.Select(slice => (slice.Name, slice.Offset, slice.Length)));
    }

    [Fact]
    public void Autograd_leaves_its_answer_in_the_gradient_vector()
    {
        using ParameterVector parameters = TwoByThreeAndTwo();
        using DisposeScope scope = torch.NewDisposeScope();

        ((2 * parameters["W"]).sum() + (parameters["b"] * torch.tensor([3.0, 5.0])).sum()).backward();

        Assert.Equal([2, 2, 2, 2, 2, 2, 3, 5], parameters.GradientToArray());
        Assert.Equal(5, parameters.GradientOf("b")[1].ToDouble());
        parameters.ClearGradient();
        Assert.Equal(new double[8], parameters.GradientToArray());
    }

    [Fact]
    public void A_wrong_count_of_numbers_is_refused()
    {
        using ParameterVector parameters = TwoByThreeAndTwo();
        Assert.Equal("θ has 8 numbers, but 3 were given. (Parameter 'values')",
            Assert.Throws<ArgumentException>(() => parameters.Set([1, 2, 3])).Message);
    }

    [Fact]
    public void A_model_gives_back_all_its_tensors()
    {
        using (var warm = new LogisticModel(4, torch.CPU))
            warm.Parameters.Set([1, 2, 3, 4, 5]);
        long before = LiveTensors.Count;

        using (var model = new LogisticModel(4, torch.CPU))
            model.Parameters.Set([1, 2, 3, 4, 5]);

        Assert.Equal(before, Tensor.TotalCount);
    }

    private static ParameterVector TwoByThreeAndTwo() => new([("W", [2, 3]), ("b", [2])], torch.CPU);
}
