using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class BinaryTargetTests
{
    [Fact]
    public void Malignant_is_looked_for_in_the_breast_cancer_data()
    {
        BinaryTarget target = BinaryTarget.From(DatasetCatalogue.Load("breast_cancer"));
        Assert.Equal(("malignant", "benign"), (target.PositiveLabel, target.NegativeLabel));
        Assert.Equal((212, 357), (target.Positives, target.Negatives));
        Assert.Equal("diagnosis = malignant is the positive class: it is what one looks for in this data set.", target.Why);
    }

    [Fact]
    public void Of_two_labels_the_rarer_one_is_positive()
    {
        BinaryTarget target = BinaryTarget.From(Tables.Labelled("a", "b", "b"));
        Assert.Equal([true, false, false], target.IsPositive);
        Assert.Equal("y = a is the positive class: it is the rarer one, with 1 of 3 rows.", target.Why);
        Assert.Equal(("y = a", "y = b"), (target.PositiveWords, target.NegativeWords));
    }

    [Fact]
    public void Of_two_labels_equally_often_the_alphabetically_last_is_positive()
    {
        BinaryTarget target = BinaryTarget.From(Tables.Labelled("b", "a", "a", "b"));
        Assert.Equal("b", target.PositiveLabel);
        Assert.Equal("y = b is the positive class: both classes have 2 rows, and it comes last "
            + "alphabetically.", target.Why);
    }

    [Fact]
    public void The_user_may_choose_the_other_one()
    {
        BinaryTarget target = BinaryTarget.From(Tables.Labelled("a", "b", "b"), "b");
        Assert.Equal([false, true, true], target.IsPositive);
        Assert.Equal("a", target.NegativeLabel);
        Assert.Equal("y = b is the positive class: as asked.", target.Why);
    }

    [Fact]
    public void One_of_many_is_told_from_all_the_others()
    {
        BinaryTarget target = BinaryTarget.From(Tables.Labelled("a", "b", "c", "b"), "b");
        Assert.Equal([false, true, false, true], target.IsPositive);
        Assert.Equal("not b", target.NegativeLabel);
    }

    [Fact]
    public void Of_many_the_user_has_to_name_one() => Assert.Equal(
        "The target 'cultivar' of 'wine' has 3 values, 'cultivar_2' (71), 'cultivar_1' (59), 'cultivar_3' (48): say with --positive VALUE "
        + "which of them to look for; it is then distinguished from all the others.",
        Tables.Mistake(() => BinaryTarget.From(DatasetCatalogue.Load("wine"))));

    [Fact]
    public void A_number_to_be_predicted_is_another_commands() => Assert.Equal(
        "The target 'progression' of 'diabetes' is a number with 214 values in 442 rows: is it a number to predict? "
        + "Then type regression in place of this command; it takes the same options.",
        Tables.Mistake(() => BinaryTarget.From(DatasetCatalogue.Load("diabetes"))));

    [Fact]
    public void An_unknown_label_with_the_nearest_one() => Assert.Equal(
        "No row of 'breast_cancer' has 'malignent' in the target column 'diagnosis' (did you mean 'malignant'?): "
        + "--positive may be 'benign' (357), 'malignant' (212).",
        Tables.Mistake(() => BinaryTarget.From(DatasetCatalogue.Load("breast_cancer"), "malignent")));

    [Fact]
    public void A_single_class() => Assert.Equal(
        "Every row of 'labelled' has 'a' in the target column 'y': rows of at least two classes are needed, so choose another --target "
        + "or add rows of another class.",
        Tables.Mistake(() => BinaryTarget.From(Tables.Labelled("a", "a", "a"))));

    [Fact]
    public void A_single_class_stays_one_when_it_is_asked_for() => Assert.StartsWith(
        "Every row of 'labelled' has 'a'", Tables.Mistake(() => BinaryTarget.From(Tables.Labelled("a", "a"), "a")));

    [Theory]
    [InlineData("b", false, true, false)]
    [InlineData("not a", false, true, true)]
    public void What_a_run_keeps_of_its_positive_class_tells_labels_apart_again(string positive, params bool[] expected)
    {
        Assert.Equal(expected, BinaryTarget.Matches(["a", "b", "c"], positive));
        Assert.Equal([true, false], BinaryTarget.Matches(["not a", "b"], "not a"));
    }

    [Fact]
    public void The_rows_of_a_part_come_as_answers_and_as_a_tensor()
    {
        BinaryTarget target = BinaryTarget.From(Tables.Labelled("a", "b", "b", "a", "b"));
        var part = new HeldOutPart(target.Dataset, "test", [1, 3]);
        Assert.Equal([false, true], target.Of(part));
        using Tensor y = target.Y(part, dtype: torch.ScalarType.Float32);
        Assert.Equal([0f, 1f], y.data<float>().ToArray());
    }
}
