using MlMaths.Torch.Doctor;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Doctor;

/// <summary>The best of several nets, chosen by rows that it is not judged by.</summary>
public sealed class HalfChoiceTests
{
    private const int Worlds = 500, Epochs = 30, Rows = 60;
    private const double Size = 0.05;

    [Fact]
    public void Where_one_net_is_best_for_every_row_it_is_chosen_for_all() =>
        Assert.Equal([1.0, 1, 1, 1], HalfChoice.Of([[2, 3, 2, 3], [1, 1, 1, 1], [5, 5, 5, 5]], seed: 7));

    [Fact]
    public void A_net_that_is_no_number_anywhere_is_not_chosen() =>
        Assert.Equal([2.0, 2, 2, 2], HalfChoice.Of([[double.NaN, double.NaN, double.NaN, double.NaN], [2, 2, 2, 2]], seed: 7));

    [Fact]
    public void A_course_that_wanders_by_chance_alone_rises_as_often_as_the_test_says_and_three_times_as_often_beside_its_least_mean()
    {
        int honest = 0, naive = 0;
        for (int world = 0; world < Worlds; world++)
        {
            double[][] course = Walk(Seeds.Generator(world, DrawnFor.Worlds));
            honest += Difference.Of(course[^1], HalfChoice.Of(course, world)).P <= Size ? 1 : 0;
            naive += Difference.Of(course[^1], course.MinBy(losses => losses.Average())!).P <= Size ? 1 : 0;
        }

        // Four standard errors of a share of 0.05 among 500.
        Assert.InRange((double)honest / Worlds, 0.01, 0.09);
        Assert.True(naive > 2 * honest, $"{naive} beside {honest}");
    }

    private static double[][] Walk(Random chance)
    {
        double[][] course = new double[Epochs][];
        double[] now = new double[Rows];
        for (int epoch = 0; epoch < Epochs; epoch++)
            course[epoch] = now = [.. now.Select(loss => loss + Normal.Draw(chance))];
        return course;
    }
}
